#!/bin/sh
# Run by the postgres container at its first start: a role and a database for Airflow, and
# a role and a database for the warehouse. The latter's role may create roles, because the
# warehouse has a reader and a loader of its own.
set -eu
psql -v ON_ERROR_STOP=1 -v airflow="$AIRFLOW_DB_PASSWORD" -v warehouse="$WAREHOUSE_PASSWORD" \
    --no-psqlrc --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
CREATE ROLE airflow LOGIN PASSWORD :'airflow';
CREATE DATABASE airflow OWNER airflow;
REVOKE CONNECT ON DATABASE airflow FROM PUBLIC;
CREATE ROLE dateline LOGIN CREATEROLE PASSWORD :'warehouse';
CREATE DATABASE warehouse OWNER dateline;
SQL

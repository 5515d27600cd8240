"""The whole system on one machine, without Docker and without root.

`python -m include.local COMMAND` starts an embedded PostgreSQL, Airflow's four processes
and, for the sample, a newsroom to read from; and it stops whatever it started. It starts
Airflow as child processes and imports none of it.
"""

# Airflow with what Dateline needs, and Dateline. Build: docker compose build
FROM apache/airflow:3.3.2-python3.12

COPY requirements.txt /requirements.txt
RUN pip install --no-cache-dir --require-hashes -r /requirements.txt

# any user of group 0 may write here; a new volume takes over these rights
RUN mkdir -p -m 775 /opt/airflow/dateline

COPY dags /opt/airflow/dags
COPY plugins /opt/airflow/plugins
COPY seeds /opt/airflow/seeds
COPY include /opt/airflow/include
ENV PYTHONPATH=/opt/airflow DATELINE_HOME=/opt/airflow/dateline

"""What the DAGs share. The only package in include/ that knows Airflow."""

"""Give the tasks of a run without a scheduler logs of their own, where the UI looks for them.

Airflow's own test runner writes all tasks to one stream. This listener, added by `once`, keeps
beside that a file for each try of a task, in the form of Airflow's task logs.
"""

from __future__ import annotations

import json
import logging
import traceback
from datetime import UTC, datetime
from typing import Any

from airflow.listeners import hookimpl

from include.urls import masked_in


class TaskLogs(logging.Handler):
    """A handler of all loggers and a listener at once: opens a file as a task begins."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self._file: Any = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record to the log of the task that is at work, if one is."""
        try:
            text = record.getMessage()
            if record.exc_info and record.exc_info[1]:
                text += "\n" + "".join(traceback.format_exception(record.exc_info[1]))
            self._write(record.levelname.lower(), text, record.name)
        except Exception:
            self.handleError(record)

    @hookimpl  # type: ignore[untyped-decorator]
    def on_task_instance_running(self, previous_state: Any, task_instance: Any) -> None:
        """Airflow calls this as a task begins."""
        from airflow.sdk.log import init_log_file
        from airflow.utils.helpers import log_filename_template_renderer

        path = log_filename_template_renderer()(
            ti=task_instance, try_number=task_instance.try_number
        )
        self._file = init_log_file(path).open("a", encoding="utf-8", buffering=1)

    @hookimpl  # type: ignore[untyped-decorator]
    def on_task_instance_success(self, previous_state: Any, task_instance: Any) -> None:
        """Airflow calls this as a task has ended well."""
        self._end()

    @hookimpl  # type: ignore[untyped-decorator]
    def on_task_instance_failed(self, previous_state: Any, task_instance: Any, error: Any) -> None:
        """Airflow calls this as a try of a task has failed."""
        if isinstance(error, BaseException):
            error = "".join(traceback.format_exception(error))
        self._write("error", f"Task failed: {error}", "task")
        self._end()

    @hookimpl  # type: ignore[untyped-decorator]
    def on_task_instance_skipped(self, previous_state: Any, task_instance: Any) -> None:
        """Airflow calls this as a task has skipped itself."""
        self._end()

    def _write(self, level: str, text: str, logger: str) -> None:
        if self._file is not None:
            text = masked_in(text)
            now = datetime.now(UTC).isoformat().replace("+00:00", "Z")
            line = {"timestamp": now, "level": level, "event": text, "logger": logger}
            self._file.write(json.dumps(line, ensure_ascii=False) + "\n")

    def _end(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def keep_task_logs() -> None:
    """Keep a log of each task that runs in this process from now on."""
    from airflow.sdk.listener import get_listener_manager

    logs = TaskLogs()
    logging.getLogger().addHandler(logs)
    get_listener_manager().add_listener(logs)

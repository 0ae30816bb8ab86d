"""The plugin, for who installs the generator: the same events as the hook of a clone has, and its own settings."""

from __future__ import annotations

from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings
from mkdocs.plugins import BasePlugin, CombinedEvent

from coursework_mkdocs import building, defaults, events, search_text

_EVENTS = {
    "startup": events.on_startup,
    "config": CombinedEvent(defaults.on_config, building.on_config, events.on_config),
    "files": events.on_files,
    "nav": events.on_nav,
    "page_markdown": events.on_page_markdown,
    "env": events.on_env,
    "page_context": search_text.on_page_context,
    "post_page": events.on_post_page,
    "post_template": events.on_post_template,
    "serve": events.on_serve,
    "post_build": building.on_post_build,
    "build_error": building.on_build_error,
    "shutdown": building.on_shutdown,
}


class _Settings(Config):  # type: ignore[no-untyped-call]  # of the host, which has no types there
    """None that the host checks: what is wrong with ours is told by course_settings.py, with its place."""


class CoursePlugin(BasePlugin[_Settings]):  # type: ignore[no-untyped-call]  # of the host, which has no types there
    """Makes a course of a site; all that it knows stands in the modules that see to the events."""

    def __init__(self) -> None:
        for name, event in _EVENTS.items():
            setattr(self, f"on_{name}", event)

    def load_config(
        self, options: dict[str, object], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Take the settings as they are; gives neither errors nor warnings."""
        super().load_config(options, config_file_path)
        return [], []

"""A service that tests may write to, as its fixture ``writable`` gives it."""

from dataclasses import dataclass

from flask import Flask

from graph.setting import Setting


@dataclass(frozen=True)
class Writable:
    """A service that may be written to: its address, a token that may, the app and the setting behind it."""

    address: str
    token: str
    app: Flask
    setting: Setting

    @property
    def bearer(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

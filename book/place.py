"""Where a build writes and a server listens: one at a time, and a sentence when the place is taken."""
import fcntl
import socket
from hashlib import sha256

from book import ROOT

STATE = {}


def started(command, dirty):
    STATE["serving"] = command == "serve"


def taken(config):
    """Runs before a build: raises where another one writes the same folder, or another server has the port."""
    if STATE.pop("serving", False):
        host, port = config.dev_addr
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as asked:
            asked.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server will
            try:
                asked.bind((host, port))
            except OSError as error:
                raise SystemExit(f"port {port} is in use ({error.strerror}); stop what uses it, or choose another: DEV_ADDR={host}:{port + 1} make serve") from None
    folder = config.site_dir
    if folder not in STATE:
        locks = ROOT / ".cache/locks"
        locks.mkdir(parents=True, exist_ok=True)
        STATE[folder] = open(locks / f"site-{sha256(folder.encode()).hexdigest()[:12]}", "w")  # held until the process ends
        try:
            fcntl.flock(STATE[folder], fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise SystemExit(f"another build is writing {folder}; wait until it ends") from None

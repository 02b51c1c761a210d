"""Records the life of a listing: which line runs, who called it, and what that changed.

`record(path)` plays a listing unchanged, as `__main__`, under `sys.settrace`, and returns JSON: one step a line and
in no human language, so that a Keras with another life cycle is a readable diff. It has the process to itself.
`python -m book.stepper.record snippets/build/lazy.py` prints it.

A step shows the line that is *about to run*, as debuggers do: what a line changes stands in a later step. Only a
`return` is shown when it has its value. Of Keras, entering a function of ENTERED is a step, if it works for an object
of the reader's; the functions of CHAIN only stand among the callers.
"""
import contextlib
import dis
import inspect
import io
import json
import os
import sys
import tempfile
import traceback
import types
from pathlib import Path

from book.stepper.clean import clean
from book.stepper.statements import statements
from book.stepper.values import clip, message, text

LIMIT = 60  # steps; a reader gives up earlier

ENTERED = {
    "Layer.__call__", "Operation.from_config", "Layer.build_from_config",
    "Layer.save_own_variables", "Layer.load_own_variables",
}
CHAIN = {
    "Layer.__new__.<locals>.build_wrapper": "Layer.build", "Layer._maybe_build": "Layer._maybe_build",
    "Layer.compute_output_spec": "Layer.compute_output_spec", "Lambda.call": "Lambda.call",
    "Functional.__init__": "Functional.__init__", "Functional.call": "Functional.call",
    "Sequential.build": "Sequential.build", "Sequential.call": "Sequential.call",
    "TensorFlowTrainer.fit": "Model.fit", "TensorFlowTrainer.evaluate": "Model.evaluate",
    "TensorFlowTrainer.predict": "Model.predict", "Model.summary": "Model.summary",
    "Model.save": "Model.save", "load_model": "load_model", "clone_model": "clone_model",
} | {name: name for name in ENTERED}
NAMES = {name.rpartition(".")[2] for name in CHAIN}  # what nearly every frame of TensorFlow fails first


def skipped(code) -> bool:
    """Class bodies and comprehensions: they belong to the line that holds them."""
    return code.co_name.startswith("<") and code.co_name not in ("<module>", "<lambda>") or (
        not code.co_flags & inspect.CO_OPTIMIZED and code.co_name != "<module>")


def first_argument(frame) -> tuple[str, object]:
    """The name and value of what a function works for: `self`, `cls`, or what Keras' wrapper of `build` closes over."""
    code = frame.f_code
    name = "obj" if code.co_name == "build_wrapper" else (*code.co_varnames[:code.co_argcount], "")[0]
    return name, frame.f_locals.get(name)


def local_names(frame, keras: bool) -> dict:
    """A function's names; of one of Keras' only the arguments."""
    names, star, stars, values = inspect.getargvalues(frame)
    rest = values.get(star, ()) if star else ()
    found = {name: values[name] for name in names if name in values} if keras else {
        name: value for name, value in values.items() if name not in (star, stars)}
    return found | {f"{star}[{i}]": value for i, value in enumerate(rest)} | (values.get(stars, {}) if stars else {})


class Recorder:
    def __init__(self, path: Path):
        import keras

        self.path, self.source = str(path), path.read_text()
        self.lines, self.at = self.source.splitlines(), statements(self.source)
        self.steps, self.count, self.last = [], 0, None
        self.frames = {}    # a live frame of the listing: its number, and the statement, line and instruction of its last event
        self.opened = 0     # frames so far
        self.failed = None  # the frame and instruction of the last error
        self.rows = {}      # what is known of a frame, by its number, or of an object, by its id
        self.objects = {}   # every object of the reader's by id; holding it keeps the id its own
        self.names = {}
        self.printed = io.StringIO()
        # what every layer has; given a name, they do not count in the automatic names of the listing's layers
        self.common = set(vars(keras.Model(name="m"))) | set(vars(keras.layers.Layer(name="l")))
        self.common -= {"built"}

    def play(self) -> BaseException | None:
        before, main = sys.gettrace(), sys.modules["__main__"]
        sys.modules["__main__"] = module = types.ModuleType("__main__")
        module.__file__ = self.path
        program = compile(self.source, self.path, "exec")
        try:
            with contextlib.redirect_stdout(self.printed):
                sys.settrace(self.enter)
                exec(program, module.__dict__)
        except (Exception, SystemExit) as error:
            sys.settrace(before)
            if Path(traceback.extract_tb(error.__traceback__)[-1].filename).parent == Path(__file__).parent:
                raise  # a fault of ours, not of the listing
            return error
        finally:
            sys.settrace(before)  # coverage's, say
            sys.modules["__main__"] = main

    def mine(self, thing) -> bool:
        """Is it an object, or a class, of the listing's own, or a Lambda around a function of its own?"""
        function = getattr(vars(thing).get("function"), "__code__", None) if hasattr(thing, "__dict__") else None
        kind = thing if isinstance(thing, type) else type(thing)
        return kind.__module__ == "__main__" and not inspect.isroutine(thing) or getattr(function, "co_filename", "") == self.path

    def caller(self, frame) -> str | None:
        """What the chain calls this frame; None leaves it out."""
        code = frame.f_code
        if code.co_filename == self.path:
            return None if skipped(code) else code.co_qualname.rpartition("<locals>.")[2]
        if code.co_name in NAMES and code.co_qualname in CHAIN and frame.f_globals.get("__name__", "").startswith("keras."):
            if not code.co_qualname.startswith(("Layer.", "Operation.", "Lambda.")) or self.mine(first_argument(frame)[1]):
                return "keras " + CHAIN[code.co_qualname]

    def enter(self, frame, event, argument):
        code = frame.f_code
        if code.co_filename == self.path:
            if skipped(code):
                return None
            if frame not in self.frames:  # else a generator goes on
                self.opened += 1
                self.frames[frame] = [self.opened, None, None, None]
                if code.co_name != "<module>":
                    self.step("call", frame)
            return self.inside
        if code.co_name in NAMES and code.co_qualname in ENTERED and self.caller(frame):
            self.step("enter", frame)

    def inside(self, frame, event, argument):
        code, now = frame.f_code, frame.f_lasti
        statement = self.at.get(frame.f_lineno)
        if event == "line":
            self.failed = None
        if event == "line" and not statement.silent and code.co_name != "<lambda>":
            _, last, line, since = self.frames[frame]
            # one step a statement, however many lines it has and however often a comprehension in it turns, which newer
            # Pythons tell; of a loop on one line, the same line again, or a jump back, is the next turn
            if statement is not last or statement.turns and (frame.f_lineno == line or now <= since):
                self.step("line", frame)
            self.frames[frame][1:] = statement, frame.f_lineno, now
        elif event == "return":
            left = dis.opname[code.co_code[now]]
            if left == "RESUME" and now:  # since Python 3.13, a generator stands behind its yield
                left = dis.opname[code.co_code[now - 2]]
            if self.failed == (frame, now):
                left = ""  # an error on its way out is a "return" too
            if left == "YIELD_VALUE":
                self.step("yield", frame, **{"return": text(argument)})
            elif left.startswith("RETURN_") and left != "RETURN_GENERATOR":
                says = code.co_name == "<lambda>" or statement.hands_out
                self.step("return", frame, **{"return": text(argument)} if says else {})
                del self.frames[frame]
        elif event == "exception":
            self.failed = frame, now
            if not issubclass(argument[0], (StopIteration, GeneratorExit)):
                self.step("raise", frame, error=message(argument[1]))
        return self.inside

    def step(self, kind, frame, **facts):
        own = frame
        while own not in self.frames:  # a function of Keras is shown at the line that led there
            own = own.f_back
        statement = self.at[own.f_lineno]
        number = self.frames[frame][0] if frame in self.frames else None
        # a line that hands a value out is shown once, with the value
        again = kind in ("return", "yield") and statement.hands_out and self.last == ("line", number)
        self.last = kind, number
        self.count += not again
        if self.count > LIMIT:
            return
        changed, thing = self.look(frame, number)
        if printed := clean(self.printed.getvalue()):
            first, *more = printed.splitlines()
            facts["print"] = clip(f"{first} …" if len(more) > 3 else printed)  # a summary() would bury the step
            self.printed.seek(0), self.printed.truncate()
        if again:
            about = self.steps.pop()
            changed = about["new"] | changed
            facts = {name: about[name] for name in about.keys() & {"print"}} | facts
        chain = []
        while frame:
            name = self.caller(frame)
            if name and not (chain and name == chain[-1] and name.startswith("keras ")):
                chain.append(name)
            frame = frame.f_back
        self.steps.append({
            "kind": kind, "line": statement.first, "to": statement.last, "code": self.lines[statement.named - 1].strip(),
            "frame": number, "self": id(thing) if thing is not None else None,
            "chain": chain[::-1],
            "new": changed, **facts})

    def look(self, frame, number) -> tuple[dict, object]:
        """What is new in sight of this frame (None: gone), and the object of the reader's that it works for."""
        if frame.f_code.co_name == "<module>":
            values = {}
            for name, value in frame.f_locals.items():
                if not name.startswith("__") and not isinstance(value, (type, types.ModuleType, types.FunctionType)):
                    values[name] = value
                    if self.mine(value):
                        self.objects[id(value)] = value
                        self.names.setdefault(id(value), name)
                        values |= {f"{name}.{held}": thing for held, thing in self.held(value).items() if held != "built"}
            return self.changed(number, values), None
        name, thing = first_argument(frame)
        values = local_names(frame, keras=number is None)
        values = {local: value for local, value in values.items() if local != "cls" and not local.startswith("__")}
        if isinstance(thing, type) or not self.mine(thing):
            return self.changed(number, values), None
        del values[name]
        self.objects[id(thing)] = thing
        held = self.changed(id(thing), {f"{name}.{held}": value for held, value in self.held(thing).items()})
        return held | self.changed(number, values), thing

    def held(self, thing) -> dict:
        """What an object holds beyond what every layer does. By `vars`: properties fail before `super().__init__()`."""
        return {name: value for name, value in vars(thing).items() if not name.startswith("_") and name not in self.common}

    def changed(self, whose, values) -> dict:
        known = {} if whose is None else self.rows.setdefault(whose, {})
        new = {name: None for name in known if name not in values}
        for name, value in values.items():
            shown = text(value)
            if known.get(name) != shown:
                new[name] = known[name] = shown
        for name in new:
            if new[name] is None:
                del known[name]
        return new

    def name_objects(self) -> None:
        """What the program ends up calling an object: its variable, its place in another object, or its class."""
        for thing in [self.objects[number] for number in self.names]:
            self.name_parts(self.names[id(thing)], vars(thing))
        for number, thing in self.objects.items():
            if number not in self.names:
                kind = type(thing).__name__
                taken = sum(name == kind or name.startswith(f"{kind} (") for name in self.names.values())
                self.names[number] = f"{kind} ({taken + 1})" if taken else kind

    def name_parts(self, name, parts) -> None:
        for part, value in parts.items():
            if str(part).startswith("_"):
                continue
            inner = f"{name}[{part}]" if isinstance(part, int) else f"{name}.{part}"
            if isinstance(value, (list, tuple)):
                self.name_parts(inner, dict(enumerate(value)))
            elif id(value) in self.objects and id(value) not in self.names:
                self.names[id(value)] = inner
                self.name_parts(inner, vars(value))


def record(path) -> str:
    import keras

    keras.utils.set_random_seed(0)
    recorder = Recorder(Path(path).resolve())
    error = recorder.play()
    if recorder.count > LIMIT:
        raise ValueError(
            f"{'/'.join(Path(path).parts[-2:])} takes {recorder.count} steps, and a reader follows {LIMIT}. "
            "Shorten it: call the layer fewer times, loop less, build one layer instead of two, or split the listing.")
    recorder.name_objects()
    for step in recorder.steps:
        step["self"] = recorder.names.get(step["self"])
    steps = ",\n".join(json.dumps(step, ensure_ascii=False) for step in recorder.steps)
    return f'{{"steps": [\n{steps}\n],\n"error": {json.dumps(error and message(error), ensure_ascii=False)}}}\n'


if __name__ == "__main__":
    os.environ.update(KERAS_BACKEND="tensorflow", TF_ENABLE_ONEDNN_OPTS="0", TF_CPP_MIN_LOG_LEVEL="3", CUDA_VISIBLE_DEVICES="-1")
    listing = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        sys.stdout.write(record(listing))

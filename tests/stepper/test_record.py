"""Recordings tell what really ran, who called it, and what that changed."""
import json

import pytest

from book.stepper import fence

from tests.stepper.conftest import run

pytestmark = pytest.mark.kept("book/stepper/*.py", "book/player.py")


def told(steps):
    return [(step["kind"], step["code"]) for step in steps]


def test_a_step_shows_what_runs_who_called_and_what_is_new(steps):
    life = steps("layer")
    assert [key.partition(" #")[0] for key in fence.keys(life)] == [
        "> class Scale(keras.layers.Layer):", "> layer = Scale()",
        "__init__", "__init__ > super().__init__()", "__init__ > self.start = start", "__init__ <",
        "> x = keras.ops.ones((2, 3))", "> y = layer(x)",
        "__call__", "build", "build > self.factor = self.add_weight(", "build <", "call", "call > return x * self.factor",
        "> y = layer(x)", "__call__", "call", "call > return x * self.factor", "<"]
    build, made, call = life[9], life[11], life[12]
    assert build["chain"] == ["<module>", "keras Layer.__call__", "keras Layer._maybe_build", "keras Layer.build", "Scale.build"]
    assert (build["self"], build["new"]) == ("layer", {"input_shape": "(2, 3)"})
    assert made["new"]["self.factor"].startswith("Variable (3,) float32 [")
    assert call["new"]["self.built"] == "True"
    assert life[4]["new"] == {"self.built": "False"}, "what super().__init__() did stands in the next step"
    assert life[14]["new"].keys() == {"layer", "layer.factor", "y"}


def test_two_processes_record_the_same_bytes(folder):
    assert run(folder / "page/layer.py")[0] == (folder / "page/layer.steps.json").read_text()


def test_the_tracer_that_was_there_is_put_back(folder):
    assert run(folder / "page/statements.py")[2] and run(folder / "page/fails.py")[2]


def test_an_exception_is_followed_on_its_way_out(steps):
    way = steps("exceptions")
    assert [(step["kind"], step["chain"][-1]) for step in way if step["kind"] in ("raise", "return")] == [
        ("raise", "inner"), ("raise", "outer"), ("raise", "<module>"), ("return", "<module>")]
    assert {step["error"] for step in way if "error" in step} == {"ZeroDivisionError: division by zero"}
    assert way[-1]["print"] == "caught"
    assert not [step for step in way if step["code"] == "try:" and step["kind"] == "line"]


def test_a_generator_hands_out_and_goes_on(steps):
    parts = [step for step in steps("generator") if step["chain"][-1] == "count"]
    assert [step["kind"] for step in parts] == ["call", "line", "yield", "line", "yield", "line", "return"]
    assert [step["return"] for step in parts if step["kind"] == "yield"] == ["0", "1"]
    assert len({step["frame"] for step in parts}) == 1


def test_an_error_thrown_at_a_yield_hands_out_nothing(steps):
    parts = [step for step in steps("thrown") if step["chain"][-1] == "count"]
    assert [(step["kind"], step.get("return")) for step in parts if step["kind"] != "line"] == [
        ("call", None), ("yield", "0"), ("raise", None), ("yield", "1")]


def test_layers_in_layers_are_told_apart(steps):
    calls = [(step["chain"][-1], step["self"], "keras Layer._maybe_build" in step["chain"]) for step in steps("nested") if step["kind"] == "call"]
    assert calls == [
        ("Outer.__init__", "layer", False), ("Outer.call", "layer", True), ("Inner.call", "layer.inner", True),
        ("Outer.call", "layer", False), ("Inner.call", "layer.inner", False)]
    assert steps("nested")[-1]["new"]["layer.dense"] == "Dense(built=True)"


def test_each_turn_of_a_recursion_has_names_of_its_own(steps):
    turns = [step for step in steps("recursion") if step["kind"] in ("call", "return") and step["chain"][-1] == "down"]
    assert [(step["kind"], len(step["chain"]) - 1) for step in turns] == [
        ("call", 1), ("call", 2), ("call", 3), ("return", 3), ("return", 2), ("return", 1)]
    assert [step["new"] for step in turns] == [{"n": "2"}, {"n": "1"}, {"n": "0"}, {}, {"n": "-1"}, {"n": "-2"}]


def test_a_statement_is_one_step_and_a_turn_of_a_loop_is_one_too(steps):
    assert told(steps("statements")) == [
        ("line", "def pick(a, b):"), ("line", "total = pick("), ("call", "def pick(a, b):"), ("return", "return ("),
        ("line", "for i in range(2):"), ("line", "total += i"), ("line", "for i in range(2):"), ("line", "total += i"), ("line", "for i in range(2):"),
        ("line", "while total > 1: total -= 2"), ("line", "while total > 1: total -= 2"), ("line", "squares = [n * n for n in range(9)]"),
        ("return", "squares = [n * n for n in range(9)]")]


def test_a_decorator_of_the_readers_is_seen(steps):
    assert [step["chain"][1:] for step in steps("decorators") if step["kind"] == "call"] == [
        ["twice"], ["wrapper"], ["wrapper", "half"], ["wrapper", "half"]]
    assert [step["print"] for step in steps("decorators") if "print" in step] == ["4", "2.0"]


def test_a_graph_calls_the_layer_once(steps):
    calls = [step for step in steps("graph") if step["kind"] == "call"]
    assert [step["chain"][-1] for step in calls] == ["Double.call"]
    assert calls[0]["new"]["x"] == "SymbolicTensor (1, 2) float32"


def test_keras_own_layers_take_no_steps(steps):
    assert told(steps("theirs")) == [
        ("line", "layer = keras.layers.Dense(2)"), ("line", "y = layer(keras.ops.ones((1, 2)))"), ("return", "y = layer(keras.ops.ones((1, 2)))")]


def test_a_failing_listing_ends_in_its_real_error(folder, steps):
    recording = json.loads((folder / "page/fails.steps.json").read_text())
    assert recording["error"].startswith("RuntimeError: In layer 'Lost', you forgot to call `super().__init__()`")
    assert steps("fails")[-1]["error"] == recording["error"]
    assert told(steps("import")) == [("raise", "import nowhere")]


def test_too_many_steps_are_refused_with_advice(folder):
    _, error, _ = run(folder / "page/long.py")
    assert error.startswith("page/long.py takes 202 steps") and "split the listing" in error

"""A contract for your own Keras layer: copy this file into your project, then write in any test

    check_layer(MyDense, {"units": 4}, (3,), reference=lambda x, w, b: x @ w + b)

Needs Keras 3 and NumPy; any backend. Give arguments that differ from the defaults: a rate of 0
hides a forgotten rate. What only some layers promise is judged by what the layer declares:
a `training` or `mask` argument, `supports_masking`, `supports_jit`, `stateful`, what it holds."""
import contextlib
import functools
import inspect
import io
import itertools
import json
import re
import tempfile
import warnings

import keras
import numpy as np
from keras import ops, tree

BOOK = "https://example.com/keras-layers/en/"
BACKEND = keras.backend.backend()

class BrokenPromise(AssertionError):
    """A promise that a layer breaks; `promise` is its stable name, one of `PROMISES`."""
    def __init__(self, promise, layer, error):
        self.promise = promise
        wrong = f"{type(error).__name__}: {error}".removeprefix("AssertionError: ")
        wrong = re.sub(r"\x1b\[\d*m", "", wrong)[:600]  # without colours
        text, page = inspect.cleandoc(PROMISES[promise].__doc__).split(" Read: ")
        text = f"{layer.__name__} breaks '{promise}': {wrong}\n{text}\nRead: {BOOK}{page}/"
        super().__init__(text)

def check_layer(layer_class, kwargs, inputs, **facts):
    """Raises the first promise that `layer_class(**kwargs)` breaks; `facts`: see below."""
    for broken in broken_promises(layer_class, kwargs, inputs, first=True, **facts):
        raise broken

def broken_promises(layer_class, kwargs, inputs, *, reference=None, random=False, masked=False,
                    skip=(), first=False):
    """All broken promises, in the order of `PROMISES`, or only the first.

    kwargs:    constructor arguments, as a dict; layers among them are made anew each time.
    inputs:    an array, or a shape without the batch axis, as `(3,)`, for random floats; a list
               or dict of these if `call` takes one; a tuple if `call` takes several arguments.
    reference: NumPy function of the inputs, then of all weights in the order of `layer.weights`.
    random:    True if each call with training=True must draw anew, and one without may.
    masked:    True if the layer must use or pass on a mask; implied by inputs that carry one.
    skip:      names of promises that this layer need not keep."""
    if unknown := set(skip) - set(PROMISES):
        raise ValueError(f"{unknown} not in {list(PROMISES)}")
    case, broken = Case(layer_class, kwargs, inputs, reference, random, masked), []
    for name in [name for name in PROMISES if name not in skip]:
        quiet = contextlib.redirect_stdout(io.StringIO())  # for layers that print in call
        with warnings.catch_warnings(action="ignore"), quiet, case.scope:
            try:
                PROMISES[name](case)
            except Exception as error:
                broken.append(BrokenPromise(name, layer_class, error))
                if first or name in DECISIVE:
                    break
    return broken

def _example(spec):
    """`inputs` with arrays in place of shapes."""
    if isinstance(spec, tuple) and all(isinstance(size, int) for size in spec):
        return np.random.default_rng(len(spec)).normal(size=(6, *spec)).astype("float32")
    if isinstance(spec, dict):
        return {key: _example(value) for key, value in spec.items()}
    return type(spec)(map(_example, spec)) if isinstance(spec, (list, tuple)) else spec

def _numpy(values):
    return tree.map_structure(ops.convert_to_numpy, values)

def _same(*both):
    """True if two structures of arrays have equal shapes and, but for rounding, equal values."""
    pairs = itertools.zip_longest(*map(tree.flatten, both))
    close = functools.partial(np.allclose, rtol=1e-3, atol=1e-4, equal_nan=True)
    return all(np.shape(a) == np.shape(b) and close(a, b) for a, b in pairs)

def _put(variables, values):
    for variable, value in zip(variables, values, strict=True):
        variable.assign(value)

def _mask_of(tensor):
    """The mask that a tensor carries, or None."""
    seen = []
    keras.layers.Lambda(ops.copy, mask=lambda _, mask: seen.append(mask))(tensor)
    return seen[0]

class Case:
    """A layer under test: makes instances of it, and keeps what several promises look at."""
    def __init__(self, cls, kwargs, inputs, reference, random, masked):
        self.cls, self.kwargs, self.reference, self.random = cls, kwargs, reference, random
        self.builtin = cls.__module__.startswith("keras.")
        given = _example(inputs)
        given = given if isinstance(given, tuple) else (given,)
        self.masked = masked or any(_mask_of(each) is not None for each in tree.flatten(given))
        self.inputs = _numpy(given)
        self.scope = keras.saving.CustomObjectScope({cls.__name__: cls})

    def fresh(self, **base):
        """A new instance, not built; layers among its arguments are made anew too."""
        def anew(value):
            if isinstance(value, keras.Layer):
                dtype = base.get("dtype", value.dtype_policy)
                return value.from_config({**value.get_config(), "dtype": dtype})
            return value
        return self.cls(**{**tree.map_structure(anew, self.kwargs), **base})

    def built(self, **base):
        """A new instance, built by a call."""
        layer = self.fresh(**base)
        self.run(layer)
        return layer

    def ready(self, **base):
        """A new instance, built, with `values` in its variables."""
        layer = self.built(**base)
        _put(layer.variables, self.values)
        return layer

    def model(self, **base):
        """A functional model of a new instance, and this, with `values` in its variables."""
        def symbol(array):
            return keras.Input(array.shape[1:], dtype=array.dtype.name)
        layer, inputs = self.fresh(**base), tree.map_structure(symbol, self.inputs)
        model = keras.Model(tree.flatten(inputs), layer(*inputs))
        _put(layer.variables, self.values)
        return model, layer

    def run(self, layer, inputs=None, training=False):
        return _numpy(layer(*(inputs or self.inputs), training=training))

    def checked(self, inputs):
        """The output, which is that of the reference, if there is one."""
        layer = self.ready()
        output = self.run(layer, inputs)
        said = self.reference(*inputs, *_numpy(layer.weights)) if self.reference else output
        assert _same(said, output), f"the output is\n{output}\nbut the reference says\n{said}"
        return output

    @functools.cached_property
    def values(self):
        """A value for each variable; float weights are shifted, so that no bias of 0 can hide."""
        layer, draw = self.built(), np.random.default_rng(0).uniform
        floats = {id(v) for v in layer.weights if keras.backend.is_float_dtype(v.dtype)}
        values = [(_numpy(v), id(v) in floats) for v in layer.variables]
        return [(v + draw(.1, .5, v.shape) * shift).astype(v.dtype) for v, shift in values]

    @functools.cached_property
    def output(self):
        return self.run(self.ready())

    @functools.cached_property
    def trained(self):
        """A layer after one step of fit."""
        (model, layer), draw = self.model(), np.random.default_rng(1).normal
        model.compile("adam", "mse")
        targets = tree.map_structure(lambda y: draw(size=y.shape), self.output)
        model.train_on_batch(tree.flatten(self.inputs), targets)
        return layer

    def assert_announced(self, real, **base):
        """Shapes and dtypes that Keras announces are those of the real output."""
        model, _ = self.model(**base)
        for said, y in zip(tree.flatten(model.output), tree.flatten(real), strict=True):
            said, y = (((*v.shape,), keras.backend.standardize_dtype(v.dtype)) for v in (said, y))
            known = tuple(m if n is None else n for n, m in zip(said[0], y[0]))
            stored = BACKEND == "torch" and y[1] == "float16"  # there, Keras infers with float32
            right = len(said[0]) == len(y[0]) and (known, y[1] if stored else said[1]) == y
            facts = "announces shape {} of {}, the output has shape {} of {}".format(*said, *y)
            assert right, f"Keras {facts}"

    def assert_kept(self, saved, loaded):
        """A model, and the layer in it, came back from a file as they were."""
        (model, old), (again, new) = saved, loaded
        facts, others = ((v.name, v.trainable, v.dtype_policy.name) for v in (old, new))
        assert facts == others, f"{facts} came back as {others}"
        assert _same(old.weights, new.weights), "the weights are not the saved ones"
        _put(new.variables, _numpy(old.variables))
        outputs = [self.run(each, [tree.flatten(self.inputs)]) for each in (model, again)]
        assert _same(*outputs), "it answers otherwise than before"

def runs(case):
    """Keras: every use of the layer fails in the same way.
    Mend: call layer(x) on one small array, and follow the error. Read: call"""
    case.output

def base_arguments(case):
    """Keras: nobody can name, freeze or cast the layer; load_model, which passes all three, fails.
    Mend: take **kwargs in __init__, and hand them to super().__init__(**kwargs). Read: init"""
    layer = case.fresh(name="given", trainable=False, dtype="float16")
    kept = layer.name, layer.trainable, layer.dtype_policy.name
    wanted = "given", False, "float16"
    assert kept == wanted, f"made with name, trainable and dtype {wanted} it has {kept}"

def config_has_every_argument(case):
    """Keras: loading fails or, if the argument has a default, silently takes the default.
    Mend: return {**super().get_config(), "units": self.units}, with every argument. Read: config"""
    config = case.fresh().get_config()
    own, base = (inspect.getfullargspec(c.__init__) for c in (case.cls, keras.Layer))
    names = own.args[1:] + own.kwonlyargs if not case.builtin else []  # they leave some out
    for name in ["name", "trainable", "dtype", *(n for n in names if n not in base.kwonlyargs)]:
        assert name in config, f"get_config() has no key '{name}'"

def config_rebuilds(case):
    """Keras: to_json, clone_model and load_model fail, or give another layer than this one.
    Mend: give plain values, as int(n) or keras.activations.serialize(f). Read: config"""
    config = case.fresh(name="given", trainable=False, dtype="mixed_float16").get_config()
    before = json.dumps(config)
    after = json.dumps(case.cls.from_config(config).get_config())
    assert after == before, f"the config {before} becomes {after} after from_config"

def same_again(case):
    """Keras: what call makes or remembers is not trained, not saved, and frozen in a graph.
    Mend: make state in __init__ or build; draw with a SeedGenerator that self holds. Read: call"""
    layer, count = case.ready(), len(case.values)
    for training in (False, True, False):
        outputs = []
        for _ in range(2):
            _put(layer.variables[:count], case.values)
            if BACKEND == "torch":  # where an unseeded Dropout draws from torch's own generator
                __import__("torch").manual_seed(0)
            outputs.append(case.run(layer, training=training))
        assert _same(*outputs), "two calls with the same inputs and the same variables differ"
        assert len(layer.variables) == count, "a second call adds variables"

def weights_are_tracked(case):
    """Keras: the variable is in no list of weights, so it is not trained, saved or loaded.
    Mend: self.add_weight, or self.inner = its layer, in __init__ or build. Read: weights"""
    class Spy(keras.StatelessScope):
        def get_current_value(self, variable):
            read.append(variable)
            return super().get_current_value(variable)
    layer, read = case.ready(), []
    with Spy():
        layer(*case.inputs, training=True)
    known = {id(v) for v in layer.variables + layer.metrics_variables}
    lost = [v.path for v in read if id(v) not in known and keras.backend.is_float_dtype(v.dtype)]
    native = "ResourceVariable", "Parameter"  # of TensorFlow, of torch
    lost += [name for name, value in vars(layer).items() if type(value).__name__ in native]
    assert not lost, f"Keras does not know the variable {lost[0]}"

def reference(case):
    """Keras: it trains and saves a wrong layer without a word.
    Mend: compare call with the formula, line by line. Read: testing"""
    case.checked(case.inputs)

def any_batch_size(case):
    """Keras: the smaller last batch of an epoch, or the first single prediction, fails or is wrong.
    Mend: take the size from ops.shape(x)[0], or ops.reshape to -1. Read: dynamic-shapes"""
    batch = len(tree.flatten(case.inputs)[0])
    for rows in (1, batch + 2):
        inputs = tree.map_structure(lambda a: np.resize(a, (rows, *a.shape[1:])), case.inputs)
        for old, new in zip(tree.flatten(case.output), tree.flatten(case.checked(inputs))):
            follows = old.shape[:1] != (batch,) or len(new) == rows
            assert follows, f"for {rows} samples the output has the shape {new.shape}"

def instances_independent(case):
    """Keras: training one changes the other, or weights start as twins, and learn less.
    Mend: state in build, no object as default, an initializer for each weight. Read: weights"""
    for name, parameter in inspect.signature(case.cls.__init__).parameters.items():
        if isinstance(parameter.default, keras.Initializer):
            seed = parameter.default.get_config().get("seed", 0)
            assert seed is not None, f"all instances share the default of '{name}', and its values"
    one, two = (case.built().weights for _ in range(2))
    own = len(one) == len(two) and not {id(v) for v in one} & {id(v) for v in two}
    assert own, f"a second instance does not have {len(one)} weights of its own"
    drawn = [v for v, w in zip(one, two) if v.trainable and not np.array_equal(v, w)]
    for v, w in itertools.combinations(drawn, 2):
        assert not np.array_equal(v, w), f"{v.path} and {w.path} start with the same random values"

def builds_from_lists(case):
    """Keras: load_model, which passes shapes as lists, fails or makes other weights.
    Mend: write (*input_shape[:-1], n); build inner layers in build. Read: build"""
    layer, again = case.built(), case.fresh()
    again.build_from_config(json.loads(json.dumps(layer.get_build_config())))
    one, two = ([tuple(v.shape) for v in each.weights] for each in (layer, again))
    assert one == two, f"a call makes weights of shapes {one}, build with a list makes {two}"

def symbolic_equals_real(case):
    """Keras: it trusts what it is told: summary() and later layers are wrong, or no model is made.
    Mend: let compute_output_shape or _spec say what call does, or drop it. Read: output-shape"""
    case.assert_announced(case.output)

def state_updates(case):
    """Keras: the state is lost, or changes in a call and not in fit.
    Mend: self.total.assign(...), never self.total = ..., whatever the tensor. Read: state"""
    called, layer = case.ready(), case.fresh()
    layer.build_from_config(called.get_build_config())
    held, kept = ({name for name, value in vars(each).items() if isinstance(value, keras.Variable)}
                  for each in (layer, called))
    assert held <= kept, f"a call replaced the variable {held - kept} by a tensor"
    if BACKEND != "numpy" and called.non_trainable_weights:
        case.run(called, training=True)
        same = _same(called.non_trainable_weights, case.trained.non_trainable_weights)
        assert same, "a step of fit and a call with training=True leave different states"

def summary_shows_shapes(case):
    """Keras: summary() of a subclassed model passes compute_output_shape the names of build.
    Mend: let both take the same argument names, and return a shape. Read: output-shape"""
    if case.cls.compute_output_shape is not keras.Layer.compute_output_shape:
        holder, lines = keras.Model(), []
        holder.held, holder.built = case.built(), True
        holder.summary(print_fn=lines.append)
        shown = "?" not in "".join(lines) or not holder.held.get_build_config()
        assert shown, "summary() shows '?' for its output shape"

def mixed_float16(case):
    """Keras: under this policy it fails, is not finite, or gives another dtype than announced.
    Mend: make constants with ops.cast(c, x.dtype), and none beyond 6e4. Read: dtypes"""
    outer = keras.config.dtype_policy()
    keras.config.set_dtype_policy("mixed_float16")  # for inner layers
    try:
        output = case.run(case.ready(dtype="mixed_float16"))
        case.assert_announced(output, dtype="mixed_float16")
    finally:
        keras.config.set_dtype_policy(outer)
    for y, small in zip(tree.flatten(case.output), tree.flatten(output)):
        finite = np.isfinite(small).all() or not np.isfinite(y).all()
        assert finite, "the output in float16 is not finite"

def mask(case):
    """Keras: padding counts as data, or later layers see no mask, or one of another shape.
    Mend: supports_masking = True, or let compute_mask give None if call uses it. Read: masking"""
    names = inspect.signature(case.cls.call).parameters
    uses = not case.builtin and any(re.fullmatch("mask|.+_mask", name) for name in names)
    steps = {a.shape[1] for a in tree.flatten(case.inputs) if a.ndim > 2}
    layer, outputs = case.ready(), []
    if not steps or not (uses or layer.supports_masking or case.masked):
        return
    assert layer.supports_masking, "it neither passes its mask on nor says that it is used up"
    for kept in (True, False):
        def padded(a):
            """The last step is masked, and zero or not."""
            mask = np.broadcast_to(np.arange(a.shape[1]) < a.shape[1] - 1, a.shape[:2])
            a = np.concatenate([a[:, :-1], a[:, -1:] * kept], 1)
            return keras.layers.Lambda(ops.copy, mask=ops.convert_to_tensor(mask))(a)
        _put(layer.variables, case.values)
        inputs = tree.map_structure(lambda a: padded(a) if a.ndim > 2 else a, case.inputs)
        outputs.append(tree.flatten(layer(*inputs, training=False)))
    for y, other in zip(*outputs):
        passed, y, other = _mask_of(y), _numpy(y), _numpy(other)
        fits = passed is None or tuple(passed.shape) == y.shape[:len(passed.shape)]
        assert fits, f"its output of shape {y.shape} carries a mask of shape {passed.shape}"
        kept = np.s_[:, :-1] if y.ndim > 1 and y.shape[1] in steps else np.s_[:]
        assert not uses or _same(y[kept], other[kept]), "values at masked steps change the output"

def training(case):
    """Keras: noise or drift in predictions, or plain layer(x) fails.
    Mend: call(self, x, training=None); random draws and updates only if true. Read: training"""
    if parameter := inspect.signature(case.cls.call).parameters.get("training"):
        assert not parameter.default, "the default of `training` is neither None nor False"
        layer = case.ready()
        before, outputs = _numpy(layer.weights), [case.run(layer) for _ in range(2)]
        still = getattr(layer, "stateful", False) or _same(before, layer.weights)
        assert still, "training=False changes weights, and `layer.stateful` is not True"
        assert case.random or _same(*outputs), "two calls with training=False differ"

def seeds(case):
    """Keras: an experiment cannot be repeated, or each call draws the same numbers.
    Mend: make a keras.random.SeedGenerator(seed) in __init__; pass it to each draw. Read: random"""
    runs = []
    for _ in range(2):
        keras.utils.set_random_seed(7)
        layer = case.fresh()
        runs.append([case.run(layer, training=True) for _ in range(2)])
    assert _same(*runs), "made and called after the same set_random_seed, two instances differ"
    assert not case.random or not _same(*runs[0]), "two calls with training=True draw the same"
    seed, pair = case.kwargs.get("seed"), (case.built(), case.built())
    one, two = ([v for v in layer.variables if "seed" in v.path] for layer in pair)
    assert seed is None or _same(one, two), f"two instances with seed={seed} draw differently"

def file_round_trip(case):
    """Keras: a saved model cannot be loaded, or comes back as another one.
    Mend: register classes and functions; build inner layers in build. Read: saving"""
    model, layer = case.model(name="given", trainable=False)
    with tempfile.TemporaryDirectory() as folder:
        model.save(f"{folder}/model.keras")
        again = keras.models.load_model(f"{folder}/model.keras")
    case.assert_kept((model, layer), (again, again.get_layer("given")))

def weights_round_trip(case):
    """Keras: load_weights says nothing, and the layer is another than the saved one.
    Mend: keep what is drawn or learnt in weights, not in attributes. Read: saving-state"""
    saved, loaded = case.model(name="given"), case.model(name="given")
    _put(loaded[1].variables, [0 * value for value in case.values])
    with tempfile.TemporaryDirectory() as folder:
        saved[0].save_weights(f"{folder}/model.weights.h5")
        loaded[0].load_weights(f"{folder}/model.weights.h5")
    case.assert_kept(saved, loaded)

def compiled_equals_eager(case):
    """Keras: fit and predict, which compile the layer, fail or compute other than layer(x).
    Mend: keras.ops, ops.cond; self.supports_jit = False, if XLA cannot. Read: control-flow"""
    model, layer = case.model()
    jits = BACKEND in ("tensorflow", "jax") and all(v.supports_jit for v in layer._flatten_layers())
    draws = layer.variables[len(layer.weights):] and not _same(case.run(layer), case.run(layer))
    for jit in {BACKEND == "jax", jits}:
        _put(layer.variables, case.values)
        model.compile(jit_compile=jit)
        same = _same(model.predict_on_batch(tree.flatten(case.inputs)), case.output)
        assert same or jit and draws, f"predict with jit_compile={jit} differs from a call"

def weights_learn(case):
    """Keras: the weight keeps its first value for ever.
    Mend: let call use it, with no argmax or rounding; or trainable=False. Read: gradients"""
    if BACKEND != "numpy" and case.ready().trainable_weights:
        after = zip(case.trained.variables, case.values)
        still = [v.path for v, start in after if v.trainable and np.array_equal(v, start)]
        assert not still, f"a step of fit does not move {still}"

PROMISES = {check.__name__.replace("_", "-"): check for check in (
    runs, base_arguments, config_has_every_argument, config_rebuilds, same_again,
    weights_are_tracked, reference, any_batch_size, instances_independent, builds_from_lists,
    symbolic_equals_real, state_updates, summary_shows_shapes, mixed_float16, mask, training,
    seeds, file_round_trip, weights_round_trip, compiled_equals_eager, weights_learn)}
DECISIVE = {"runs", "base-arguments", "config-has-every-argument", "config-rebuilds", "same-again",
            "symbolic-equals-real"}  # a layer that breaks one of these breaks others, too

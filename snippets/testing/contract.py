"""A contract for your own Keras layer: copy this file into your project, then write in any test

    check_layer(MyDense, {"units": 4, "activation": "tanh"}, (3,), reference=lambda x, w, b: np.tanh(x @ w + b))

Needs Keras 3 and NumPy; any backend. Give arguments that differ from the defaults: a rate of 0 hides a forgotten rate.
What only some layers promise is judged by what the layer declares: a `training` or `mask` argument,
`supports_masking`, `supports_jit`, `stateful`, variables and seed generators that it holds."""
import functools
import importlib
import inspect
import itertools
import json
import re
import tempfile
import warnings

import keras
import numpy as np
from keras import ops, tree

BOOK = "https://example.com/keras-layers/en/"


class BrokenPromise(AssertionError):
    """A promise that a layer breaks; `promise` is its stable name, one of `PROMISES`."""

    def __init__(self, check, layer, wrong):
        self.promise = check.__name__.replace("_", "-")
        text, page = inspect.cleandoc(check.__doc__).split(" Read: ")
        super().__init__(f"{layer.__name__} breaks '{self.promise}': {wrong}\n{text}\nRead: {BOOK}{page}/")


def check_layer(layer_class, kwargs, inputs, **facts):
    """Raises the first promise that `layer_class(**kwargs)` breaks; `facts` as in `broken_promises`."""
    for broken in broken_promises(layer_class, inputs, kwargs, first=True, **facts):
        raise broken


def broken_promises(layer, inputs, kwargs=None, *, reference=None, random=False, masked=False, skip=(), first=False):
    """All broken promises, in the order of `PROMISES`, or only the first; a decisive one ends the list.

    layer:     a class, made with `kwargs`; or an instance, never called itself: others are made with its arguments.
    inputs:    an array, or a shape without the batch axis, as `(3,)`, for random floats; a list or dict of these if
               `call` takes one; a tuple of these if `call` takes several arguments.
    reference: NumPy function of the inputs, then of all weights in the order of `layer.weights`.
    random:    True if every call with training=True must draw anew, and one with training=False may.
    masked:    True if the layer must use or pass on a mask; implied by inputs that carry one.
    skip:      names of promises that this layer need not keep."""
    if unknown := set(skip) - set(PROMISES):
        raise ValueError(f"{unknown} not in {list(PROMISES)}")
    cls, made = (layer, kwargs or {}) if inspect.isclass(layer) else (type(layer), _arguments(layer))
    case, broken = Case(cls, made, inputs, reference, random, masked), []
    for name, check in PROMISES.items():
        with warnings.catch_warnings(action="ignore"), case.scope:
            try:
                wrong = name not in skip and check(case)
            except Exception as error:
                wrong = re.sub(r"\x1b\[\d*m", "", f"{type(error).__name__}: {error}")[:600]
        broken += [BrokenPromise(check, cls, wrong)] if wrong else []
        if wrong and (first or check in DECISIVE):
            break
    return broken


def _arguments(layer):
    """Constructor arguments of an instance that are no defaults: as Keras recorded them, or attributes, or config."""
    recorded = None if isinstance(layer, keras.Model) else getattr(layer, "_auto_config", None)
    config = recorded.config if recorded else layer.get_config()
    found = {"trainable": layer.trainable, "dtype": layer.dtype_policy.name}
    for name, default in _own(type(layer)).items():
        value = config[name] if recorded else vars(layer).get(name, config.get(name, default))
        if isinstance(value, dict) and "class_name" in value:
            value = keras.saving.deserialize_keras_object(value)
        if value is not default and (value != default or not np.isscalar(value)):
            found[name] = value
    return found


def _own(cls):
    """The constructor's own arguments, without those of `keras.Layer`: name -> default."""
    base, own = (inspect.signature(c.__init__).parameters for c in (keras.Layer, cls))
    return {n: p.default for n, p in own.items() if n not in base and p.kind not in (p.VAR_POSITIONAL, p.VAR_KEYWORD)}


def _example(spec):
    """`inputs` with arrays in place of shapes."""
    if isinstance(spec, tuple) and all(isinstance(size, int) for size in spec):
        return np.random.default_rng(len(spec)).normal(size=(6, *spec)).astype("float32")
    if isinstance(spec, dict):
        return {key: _example(value) for key, value in spec.items()}
    return type(spec)(map(_example, spec)) if isinstance(spec, (list, tuple)) else spec


def _numpy(values):
    return tree.map_structure(ops.convert_to_numpy, values)


def _same(one, two):
    """True if two structures of arrays have equal shapes and, but for rounding, equal values."""
    pairs = list(itertools.zip_longest(tree.flatten(one), tree.flatten(two)))
    return all(np.shape(a) == np.shape(b) and np.allclose(a, b, 1e-3, 1e-4, equal_nan=True) for a, b in pairs)


def _put(variables, values):
    for variable, value in zip(variables, values, strict=True):
        variable.assign(value)


class Masks(keras.layers.Layer):
    """Attaches a mask to what it passes or, made without one, remembers the mask that comes, else None."""

    def __init__(self, mask=None):
        super().__init__(autocast=False)
        self.mask, self.seen = mask, None

    def call(self, inputs, mask=None):
        self.seen = None if mask is None else ops.convert_to_numpy(mask)
        return inputs + 0

    def compute_mask(self, inputs, previous_mask=None):
        return None if self.mask is None else ops.convert_to_tensor(self.mask)

    @classmethod
    def of(cls, tensor):
        reader = cls()
        reader(tensor)
        return reader.seen


class Case:
    """A layer under test: makes instances of it, and keeps what several promises look at."""

    def __init__(self, cls, kwargs, inputs, reference, random, masked):
        self.cls, self.kwargs, self.reference, self.random = cls, kwargs, reference, random
        self.builtin = cls.__module__.startswith("keras.")
        given = _example(inputs)
        given = given if isinstance(given, tuple) else (given,)
        self.masked = masked or any(Masks.of(tensor) is not None for tensor in tree.flatten(given))
        self.inputs = _numpy(given)
        layers = [type(value) for value in tree.flatten(list(kwargs.values())) if isinstance(value, keras.Layer)]
        self.scope = keras.saving.CustomObjectScope({c.__name__: c for c in [cls, *layers]})

    def fresh(self, **base):
        """A new instance, not built; layers among its arguments are made anew too."""
        def renew(value):
            if isinstance(value, keras.Layer):
                value = value.from_config({**value.get_config(), "dtype": base.get("dtype", value.dtype_policy)})
            return value
        return self.cls(**{**tree.map_structure(renew, self.kwargs), **base})

    def built(self, **base):
        """A new instance, built by a call."""
        layer = self.fresh(**base)
        layer(*self.inputs, training=False)
        return layer

    def ready(self, **base):
        """A new instance, built, with `values` in its variables."""
        layer = self.built(**base)
        _put(layer.variables, self.values)
        return layer

    @functools.cached_property
    def values(self):
        """A value for each variable; float weights are shifted at random, so that no bias of zero can hide."""
        layer, draw = self.built(), np.random.default_rng(0).uniform
        ids = {id(v) for v in layer.weights if keras.backend.is_float_dtype(v.dtype)}
        values = [(_numpy(v), id(v) in ids) for v in layer.variables]
        return [(v + draw(.1, .5, v.shape)).astype(v.dtype) if shift else v for v, shift in values]

    @functools.cached_property
    def output(self):
        return self.run(self.ready())

    def run(self, layer, inputs=None, training=False):
        return _numpy(layer(*(inputs or self.inputs), training=training))

    def model(self, layer, kind=keras.Model):
        """A functional model of the layer, and the symbolic output of the layer."""
        inputs = tree.map_structure(lambda a: keras.Input(a.shape[1:], dtype=a.dtype.name), self.inputs)
        output = layer(*inputs)
        return kind(tree.flatten(inputs), output), output

    def announced(self, layer, real):
        """What differs between the shapes and dtypes that Keras announces and those of the real output."""
        for said, y in itertools.zip_longest(tree.flatten(self.model(layer)[1]), tree.flatten(real)):
            said, y = ((v.shape, keras.backend.standardize_dtype(v.dtype)) for v in (said, y))
            if said[1] != y[1] or len(said[0]) != len(y[0]) or any(n not in (None, m) for n, m in zip(said[0], y[0])):
                return "Keras announces shape {} of {}, the output has shape {} of {}".format(*said, *y)

    @functools.cached_property
    def trained(self):
        """A layer after one step of fit, and another after a mere call with training=True."""
        layer, called, draw = self.ready(), self.ready(), np.random.default_rng(1).normal
        targets = [draw(size=y.shape).astype("f4") if y.dtype.kind == "f" else None for y in tree.flatten(self.output)]

        class Trainer(keras.Model):
            def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
                pairs = [(ops.cast(p, "float32"), t) for p, t in zip(tree.flatten(y_pred), targets) if t is not None]
                return sum([ops.mean(ops.square(ops.subtract(p, t))) for p, t in pairs], sum(self.losses))

        model, _ = self.model(layer, Trainer)
        model.compile(keras.optimizers.Adam(0.01), jit_compile=keras.backend.backend() == "jax")
        model.train_on_batch(tree.flatten(self.inputs))
        self.run(called, training=True)
        return layer, called

    def reloaded(self, file, restore, **base):
        """What differs after the layer went through a file."""
        layer = self.fresh(name="given", **base)
        model, _ = self.model(layer)
        _put(layer.variables, self.values)
        with tempfile.TemporaryDirectory() as folder:
            path = f"{folder}/{file}"
            (model.save if file.endswith(".keras") else model.save_weights)(path)
            again = restore(path)
        new = again.get_layer("given")
        old, now = ((v.name, v.trainable, v.dtype_policy.name,
                     [(re.sub(r"^variable_\d+", "", w.name), w.trainable) for w in v.weights]) for v in (layer, new))
        if old != now:
            return f"{old} came back as {now}"
        if not _same(_numpy(layer.weights), _numpy(new.weights)):
            return "the weights are not the saved ones"
        _put(new.variables, _numpy(layer.variables))
        if not _same(*(_numpy(m(tree.flatten(self.inputs), training=False)) for m in (model, again))):
            return "it answers otherwise than before"


def runs(case):
    """Keras: every use of the layer fails in the same way.
    Mend: call layer(x) on one small array, and follow the error. Read: call"""
    case.output


def base_arguments(case):
    """Keras: nobody can name, freeze or cast the layer, and load_model, which passes all three, fails.
    Mend: take **kwargs in __init__, and hand them on with super().__init__(**kwargs). Read: init"""
    layer = case.fresh(name="given", trainable=False, dtype="float16")
    if (kept := (layer.name, layer.trainable, layer.dtype_policy.name)) != ("given", False, "float16"):
        return f"made with name='given', trainable=False, dtype='float16' it has {kept}"


def config_has_every_argument(case):
    """Keras: loading fails or, if the argument has a default, silently takes the default.
    Mend: return {**super().get_config(), "units": self.units, ...}, with a key for each argument. Read: config"""
    config = case.fresh().get_config()  # Keras' own leave out what is not set
    for name in ["name", "trainable", "dtype", *(case.kwargs if case.builtin else _own(case.cls))]:
        if name not in config:
            return f"get_config() has no key '{name}'"


def config_rebuilds(case):
    """Keras: to_json, clone_model and load_model fail, or give another layer than this one.
    Mend: give plain values, as int(n) or keras.activations.serialize(f), that __init__ takes back. Read: config"""
    config = case.fresh(name="given", trainable=False, dtype="mixed_float16").get_config()
    before = json.dumps(config)
    if (after := json.dumps(case.cls.from_config(config).get_config())) != before:
        return f"the config {before} becomes {after} after from_config"


def same_again(case):
    """Keras: what call makes or remembers by itself is not trained, not saved, and frozen when a graph is made.
    Mend: make state in __init__ or build; draw with a keras.random.SeedGenerator that self holds. Read: call"""
    layer, count = case.ready(), len(case.values)
    for training in (False, True, False):
        outputs = []
        for _ in range(2):
            _put(layer.variables[:count], case.values)
            if keras.backend.backend() == "torch":  # whose unseeded Dropout draws from torch's own generator
                importlib.import_module("torch").manual_seed(0)
            outputs.append(case.run(layer, training=training))
        if not _same(*outputs) or len(layer.variables) != count:
            return "two calls with the same inputs and the same variables differ, or the second adds variables"


def weights_are_tracked(case):
    """Keras: the variable is in no list of weights, so it is not trained, not saved and not loaded.
    Mend: use self.add_weight, or assign the layer that holds it to self, in __init__ or build. Read: weights"""
    layer, read = case.ready(), []

    class Spy(keras.StatelessScope):
        def get_current_value(self, variable):
            read.append(variable)
            return super().get_current_value(variable)

    with Spy():
        layer(*case.inputs, training=True)
    known = {id(v) for v in layer.variables + layer.metrics_variables}
    lost = [v.path for v in read if id(v) not in known and keras.backend.is_float_dtype(v.dtype)]
    lost += [name for name, value in vars(layer).items() if type(value).__name__ in ("ResourceVariable", "Parameter")]
    if lost:
        return f"Keras does not know the variable {lost[0]}"


def reference(case):
    """Keras: it trains and saves a wrong layer without a word.
    Mend: compare call with the formula, line by line. Read: testing"""
    if case.reference:
        wanted = case.reference(*case.inputs, *_numpy(case.ready().weights))
        if not _same(wanted, case.output):
            return f"the output is\n{case.output}\nbut the reference says\n{wanted}"[:600]


def any_batch_size(case):
    """Keras: the smaller last batch of an epoch, or the first single prediction, fails or is wrong.
    Mend: take the size from ops.shape(x)[0], or write -1 in ops.reshape. Read: dynamic-shapes"""
    for rows in (1, len(tree.flatten(case.inputs)[0]) + 2):
        inputs = tree.map_structure(lambda a: np.resize(a, (rows, *a.shape[1:])), case.inputs)
        output, weights = case.run(case.ready(), inputs), _numpy(case.ready().weights)
        if case.reference and not _same(case.reference(*inputs, *weights), output):
            return f"for {rows} samples the output is not that of the reference"
        for old, new in zip(tree.flatten(case.output), tree.flatten(output)):
            if old.shape[:1] == tree.flatten(case.inputs)[0].shape[:1] and len(new) != rows:
                return f"for {rows} samples the output has the shape {new.shape}"


def instances_independent(case):
    """Keras: training one changes the other, or weights start as twins, and learn less than they could.
    Mend: make state in build, no object as a default argument, and an initializer for each weight. Read: weights"""
    for name, default in _own(case.cls).items():
        if isinstance(default, keras.Initializer) and default.get_config().get("seed", 0) is None:
            return f"the default of '{name}' is one initializer, whose values all instances share"
    one, two = (case.built().weights for _ in range(2))
    if len(one) != len(two) or {id(v) for v in one} & {id(v) for v in two}:
        return f"a second instance does not have {len(one)} weights of its own"
    drawn = [v for v, w in zip(one, two) if v.trainable and not np.array_equal(_numpy(v), _numpy(w))]
    for v, w in itertools.combinations(drawn, 2):
        if np.array_equal(_numpy(v), _numpy(w)):
            return f"{v.path} and {w.path} start with the same random values"


def builds_from_lists(case):
    """Keras: load_model, which reads shapes from JSON and so passes lists, fails or makes other weights.
    Mend: write (*input_shape[:-1], n), not input_shape[:-1] + (n,); build inner layers in build. Read: build"""
    layer, again = case.built(), case.fresh()
    again.build_from_config(json.loads(json.dumps(layer.get_build_config())))
    called, loaded = ([tuple(v.shape) for v in which.weights] for which in (layer, again))
    if called != loaded:
        return f"a call makes weights of shapes {called}, build with a list makes {loaded}"


def symbolic_equals_real(case):
    """Keras: it trusts what it is told, so summary() and later layers are wrong; or no model can be made.
    Mend: compute_output_shape (for a dtype, compute_output_spec) must say what call does, or go. Read: output-shape"""
    return case.announced(case.fresh(), case.output)


def state_updates(case):
    """Keras: the state is lost, or changes in a call and not in fit.
    Mend: self.total.assign(...), never self.total = ..., whatever the kind of tensor. Read: state"""
    held, layer = lambda: {k for k, v in vars(layer).items() if isinstance(v, keras.Variable)}, case.fresh()
    layer.build_from_config(case.built().get_build_config())
    before = held()
    case.run(layer, training=True)
    if lost := before - held():
        return f"a call replaced the variable {lost} by a tensor"
    if keras.backend.backend() != "numpy" and layer.non_trainable_weights:
        if not _same(*(_numpy(each.non_trainable_weights) for each in case.trained)):
            return "after one step of fit the state is not that after one call with training=True"


def summary_shows_shapes(case):
    """Keras: summary() of a subclassed model calls compute_output_shape by the argument names of build.
    Mend: give compute_output_shape the argument names of build, and let it return a shape. Read: output-shape"""
    class Holder(keras.Model):
        def __init__(self, held):
            super().__init__()
            self.held = held

        def call(self, inputs):
            return self.held(*inputs)

    if case.cls.compute_output_shape is keras.Layer.compute_output_shape:
        return
    holder, lines = Holder(case.fresh()), []
    holder(case.inputs)
    holder.summary(print_fn=lines.append)
    if "?" in "".join(lines) and holder.held.get_build_config():
        return "summary() shows '?' for its output shape"


def mixed_float16(case):
    """Keras: under this policy the model fails, is not finite, or hands on another dtype than announced.
    Mend: make constants with ops.cast(c, x.dtype), and none beyond 6e4. Read: dtypes"""
    outer = keras.config.dtype_policy()
    keras.config.set_dtype_policy("mixed_float16")
    try:
        output = case.run(case.ready(dtype="mixed_float16"))
        wrong = case.announced(case.fresh(dtype="mixed_float16"), output)
    finally:
        keras.config.set_dtype_policy(outer)
    finite = [all(np.isfinite(y).all() for y in tree.flatten(ys)) for ys in (case.output, output)]
    if finite == [True, False]:
        return "the output in float16 is not finite"
    return wrong


def mask(case):
    """Keras: padding counts as data, or later layers see no mask, or one of another shape.
    Mend: supports_masking = True passes it on; when call uses it up, compute_mask returns None. Read: masking"""
    names = inspect.signature(case.cls.call).parameters
    uses = not case.builtin and any(re.fullmatch("mask|.+_mask", name) for name in names)
    steps = {a.shape[1] for a in tree.flatten(case.inputs) if a.ndim > 2 and a.dtype.kind == "f"}
    layer, outputs = case.ready(), []
    if not steps or not (uses or layer.supports_masking or case.masked):
        return

    def padded(a, junk):
        """The last step is masked, and holds junk."""
        if a.ndim < 3 or a.dtype.kind != "f":
            return a
        mask = np.broadcast_to(np.arange(a.shape[1]) < a.shape[1] - 1, a.shape[:2])
        return Masks(mask)(np.concatenate([a[:, :-1], a[:, -1:] + junk], 1))

    for junk in (0, 5):
        _put(layer.variables, case.values)
        with warnings.catch_warnings(record=True, action="always") as caught:
            inputs = tree.map_structure(lambda a: padded(a, junk), case.inputs)
            outputs.append(tree.flatten(layer(*inputs, training=False)))
        if any(re.search(f"'{layer.name}'.+ destroy the mask", str(w.message)) for w in caught):
            return "it neither passes its mask on nor says that it is used up"
    for y, other in zip(*outputs):
        passed, y, other = Masks.of(y), _numpy(y), _numpy(other)
        if passed is not None and passed.shape != y.shape[:passed.ndim]:
            return f"its output of shape {y.shape} carries a mask of shape {passed.shape}"
        kept = np.s_[:, :-1] if y.ndim > 1 and y.shape[1] in steps else np.s_[:]
        if uses and not _same(y[kept], other[kept]):
            return "values at masked steps change the output"


def training(case):
    """Keras: noise in predictions, or statistics that drift while predicting; or plain layer(x) fails.
    Mend: call(self, x, training=None), and nothing random and no update unless it is true. Read: training"""
    if parameter := inspect.signature(case.cls.call).parameters.get("training"):
        if parameter.default not in (None, False):
            return "the default of `training` is neither None nor False"
        layer = case.ready()
        before, outputs = _numpy(layer.weights), [case.run(layer) for _ in range(2)]
        if not getattr(layer, "stateful", False) and not _same(before, _numpy(layer.weights)):
            return "a call with training=False changes weights, and `layer.stateful` is not True"
        if not case.random and not _same(*outputs):
            return "two calls with training=False differ"


def seeds(case):
    """Keras: an experiment cannot be repeated, or each call draws the same numbers.
    Mend: self.seeds = keras.random.SeedGenerator(seed) in __init__; pass seed=self.seeds to each draw. Read: random"""
    runs = []
    for _ in range(2):
        keras.utils.set_random_seed(7)
        layer = case.fresh()
        runs.append([case.run(layer, training=True) for _ in range(2)])
    if not _same(*runs):
        return "made and called after the same set_random_seed, two instances differ"
    if case.random and _same(*runs[0]):
        return "two calls with training=True draw the same"
    if case.kwargs.get("seed") is not None:
        if not _same(*([_numpy(v) for v in case.built().variables if "seed" in v.path] for _ in range(2))):
            return f"two instances made with seed={case.kwargs['seed']} draw different numbers"


def file_round_trip(case):
    """Keras: a saved model cannot be loaded, or comes back as another one.
    Mend: register classes and functions with keras.saving, and build inner layers in build. Read: saving"""
    return case.reloaded("model.keras", keras.models.load_model, trainable=False)


def weights_round_trip(case):
    """Keras: load_weights says nothing, and the layer is another than the saved one.
    Mend: keep what is drawn or learnt in weights, not in attributes. Read: saving-state"""
    def restore(path):
        model, _ = case.model(case.fresh(name="given"))
        model.load_weights(path)
        return model
    return case.reloaded("model.weights.h5", restore)


def compiled_equals_eager(case):
    """Keras: fit and predict, which compile the layer, fail or compute something else than layer(x).
    Mend: keras.ops, ops.where and ops.cond in call; or self.supports_jit = False, if XLA cannot. Read: control-flow"""
    layer, backend = case.fresh(), keras.backend.backend()
    model, _ = case.model(layer)
    jits = all(inner.supports_jit for inner in layer._flatten_layers()) and backend in ("tensorflow", "jax")
    draws = len(layer.variables) > len(layer.weights) and not _same(case.run(layer), case.run(layer))
    for jit in {backend == "jax", jits}:
        _put(layer.variables, case.values)
        model.compile(jit_compile=jit)
        output = model.predict_on_batch(tree.flatten(case.inputs))
        if not _same(output, case.output) and not (jit and draws):  # XLA draws other numbers
            return f"predict, with jit_compile={jit}, gives another output than a call"


def weights_learn(case):
    """Keras: the weight keeps its first value for ever.
    Mend: let call use it, with no argmax, rounding or NumPy behind; or add_weight(trainable=False). Read: gradients"""
    if keras.backend.backend() != "numpy" and case.ready().trainable_weights:
        after = zip(case.trained[0].variables, case.values)
        if still := [v.path for v, start in after if v.trainable and np.array_equal(_numpy(v), start)]:
            return f"a step of fit does not move {still}"


PROMISES = {check.__name__.replace("_", "-"): check for check in (
    runs, base_arguments, config_has_every_argument, config_rebuilds, same_again, weights_are_tracked, reference,
    any_batch_size, instances_independent, builds_from_lists, symbolic_equals_real, state_updates, summary_shows_shapes,
    mixed_float16, mask, training, seeds, file_round_trip, weights_round_trip, compiled_equals_eager, weights_learn)}
DECISIVE = {runs, base_arguments, config_has_every_argument, config_rebuilds, same_again, symbolic_equals_real}

"""A contract for your own Keras layer: copy this file into your project, then write in any test

    check_layer(MyDense, {"units": 4}, (3,), reference=lambda x, w, b: x @ w + b)

Needs NumPy and Keras, from 3.4 on; any backend. Give arguments that differ from the defaults: a
rate of 0 hides a forgotten rate. What only some layers promise is judged by what each declares:
a `training` or `mask` argument, `supports_masking`, `supports_jit`, `stateful`, what it holds."""
import contextlib, functools, inspect, io, itertools, json, re, tempfile, unittest.mock, warnings

import keras
import numpy as np
from keras import ops, tree

BOOK = "https://example.com/keras-layers/en/"
BACKEND = keras.backend.backend()
BASE = {"name": "given", "trainable": False, "dtype": "mixed_float16"}  # what every layer takes

class BrokenPromise(AssertionError):
    """A promise that a layer breaks; `promise` is its stable name, one of `PROMISES`."""
    def __init__(self, promise, layer, error):
        self.promise = promise
        wrong = re.sub(r"\x1b\[\d*m|\s+Arguments received by (.|\n)*", "", str(error)).strip()
        if len(wrong) > 600:  # the last line is often the cause
            wrong = f"{wrong[:300]} … {wrong.splitlines()[-1][-300:]}"
        text, page = inspect.cleandoc(PROMISES[promise].__doc__).split(" Read: ")
        if not isinstance(error, AssertionError):  # a crash, which may need another cure
            wrong = f"{type(error).__name__}: {wrong}"
            text = "Keras: this error was raised where the promise was tried.\nMend: follow the " \
                   f"error; or skip={{'{promise}'}}, if your layer need not keep this promise."
        told = f"{layer.__name__} breaks '{promise}': {wrong}\n{text}\nRead: {BOOK}{page}/"
        super().__init__(told)

def check_layer(layer_class, kwargs, inputs, **facts):
    """Raises the first promise that `layer_class(**kwargs)` breaks; `facts`: see below."""
    for broken in broken_promises(layer_class, kwargs, inputs, first=True, **facts):
        raise broken

def broken_promises(layer_class, kwargs, inputs, *, skip=(), first=False, **facts):
    """All broken promises, in the order of `PROMISES`, or only the first.

    kwargs:    constructor arguments, as a dict; layers among them are made anew each time.
    inputs:    an array, or a shape without the batch axis, as `(3,)`, for random floats; a list
               or dict of these if `call` takes one; a tuple if `call` takes several arguments,
               where None, a number, a bool or a string stays as it is. Or a function that gives
               all this for a number of samples, if another axis is as long as the batch.
    call:      a dict (or such a function) of what `call` takes by name: `{"value": (5, 3)}`,
               `{"use_causal_mask": True}`; `inputs` is None, if it takes everything by name.
    reference: NumPy function of the inputs, then of all weights in the order of `layer.weights`;
               an argument that is named like one of `call` gets that.
    prepare:   called with each new layer before its use, as `lambda layer: layer.adapt(data)`.
    random:    True if each call with training=True must draw anew, and one without may.
    masked:    True if the layer must use or pass on a mask; implied by inputs that carry one.
    policies:  dtype policies under which the layer must compute, else only mixed_float16.
    skip:      names of promises that this layer need not keep."""
    if unknown := set(skip) - set(PROMISES):
        raise ValueError(f"{unknown} not in {list(PROMISES)}")
    case, broken, skip = Case(layer_class, kwargs, inputs, **facts), [], set(skip)
    for name in PROMISES:
        quiet = contextlib.redirect_stdout(io.StringIO())  # for layers that print in call
        with warnings.catch_warnings(), quiet, case.scope:
            warnings.simplefilter("ignore")
            try:
                name in skip or PROMISES[name](case)
            except Exception as error:
                broken.append(BrokenPromise(name, layer_class, error))
                skip |= HIDES.get(name, set())
                if first:
                    break
    return broken

def _leaves(values, kind=object):
    return [v for v in tree.flatten(values) if v is not None and isinstance(v, kind)]

def _numpy(values):
    def array(value):
        value = value.value if isinstance(value, keras.Variable) else value
        return ops.convert_to_numpy(value) if ops.is_tensor(value) else value
    return tree.map_structure(array, values)

def _dtype(tensor):
    text = isinstance(tensor, np.ndarray) and tensor.dtype.kind in "OSU"
    return "string" if text else keras.backend.standardize_dtype(tensor.dtype)

def _is_float(tensor):
    return keras.backend.is_float_dtype(_dtype(tensor))

def _finite(values):
    floats = filter(_is_float, _leaves(_numpy(values)))
    return all(np.isfinite(np.asarray(value, float)).all() for value in floats)

def _same(*both):
    """True if two structures of arrays have equal shapes and, but for rounding, equal values."""
    def close(a, b):
        if np.shape(a) != np.shape(b) or np.asarray(a).dtype.kind in "OSU":
            return np.array_equal(a, b)
        rtol = 2e-2 if np.asarray(a).dtype.itemsize == 2 else 1e-3
        a, b = np.asarray(a, "complex128"), np.asarray(b, "complex128")
        return np.allclose(a, b, rtol, rtol / 10, equal_nan=True)
    one, two = (_leaves(_numpy(values)) for values in both)
    return len(one) == len(two) and all(map(close, one, two))

def _put(variables, values):
    for variable, value in zip(variables, values, strict=True):
        variable.assign(value)

def _filled(spec, seeds):
    """`spec` with random arrays in place of shapes."""
    if isinstance(spec, tuple) and all(type(size) is int for size in spec):
        return np.random.default_rng(next(seeds)).normal(size=(6, *spec)).astype("float32")
    if isinstance(spec, dict):
        return {key: _filled(value, seeds) for key, value in spec.items()}
    several = isinstance(spec, (list, tuple))
    return type(spec)([_filled(value, seeds) for value in spec]) if several else _numpy(spec)

def _mask_of(tensor):
    """The mask that a tensor carries, or None."""
    seen = []
    keras.layers.Lambda(ops.copy, mask=lambda _, m: seen.append(m), dtype=_dtype(tensor))(tensor)
    return seen[0]

def _anew(value, default):
    """A layer like `value`, built as it is; under the policy of today where it had the default."""
    with contextlib.suppress(Exception):  # what Keras can't copy is used as it is
        if isinstance(value, keras.Layer):
            config, policy = value.get_config(), '{{"name": "{}"}}'.format
            if default != (today := keras.config.dtype_policy().name):
                config = json.loads(json.dumps(config).replace(policy(default), policy(today)))
            layer = type(value).from_config(config)
            if value.built:
                layer.built or layer.build_from_config(value.get_build_config())
                layer.set_weights(value.get_weights())
            return layer
    return value

def _facts(layer):
    return {"name": layer.name, "trainable": layer.trainable, "dtype": layer.dtype_policy.name}

class Case:
    """A layer under test: makes instances of it, and keeps what several promises look at."""
    def __init__(self, cls, kwargs, inputs, *, call=None, reference=None, prepare=None,
                 random=False, masked=False, policies=("mixed_float16",)):
        self.cls, self.kwargs, self.reference = cls, kwargs, reference
        self.asked = (inputs, call or {})
        self.prepare, self.random, self.policies = prepare or (lambda layer: 0), random, policies
        self.default, tensors = keras.config.dtype_policy().name, tree.flatten(self.asked)
        carried = [_mask_of(each) is not None for each in tensors if ops.is_tensor(each)]
        self.masked, self.given = masked or any(carried), self.arguments(6)
        self.arrays = _leaves(self.given, np.ndarray)
        self.rows = next((len(array) for array in self.arrays if array.ndim), 6)
        self.lent = [each for v in _leaves(kwargs, keras.Layer) for each in v._flatten_layers()]
        known = {each.__name__: each for each in [*map(type, self.lent), cls]}
        self.scope = keras.saving.CustomObjectScope(known)
        self.by_keras = str(inspect.unwrap(cls.call).__module__).startswith("keras.src.")
        self.parameters = inspect.signature(cls.call).parameters
        masks = {"mask", *(f"{name}_mask" for name in self.parameters)} - {*self.given[1]}
        self.steps = {array.shape[1] for array in self.arrays if array.ndim == 3}
        self.uses_mask = self.steps and not self.by_keras and masks & {*self.parameters}

    def arguments(self, rows):
        """What `call` takes by position and by name, as two structures of arrays."""
        seeds = itertools.count()
        args, named = (_filled(v(rows) if callable(v) else v, seeds) for v in self.asked)
        return (args if isinstance(args, tuple) else () if args is None else (args,)), named

    def samples(self, rows):
        """The arrays for another number of samples."""
        def resized(array):
            follows = array.shape[:1] == (self.rows,) and not self.fixed
            return np.resize(array, (rows, *array.shape[1:])) if follows else array
        parts = zip(self.asked, self.given, self.arguments(rows))
        return [array if callable(asked) else resized(array) for asked, given, other in parts
                for array in _leaves(other if callable(asked) else given, np.ndarray)]

    def call(self, layer, tensors, **training):
        """What the layer gives for tensors in place of the arrays."""
        rest = iter(tensors)
        args, named = tree.map_structure(
            lambda value: next(rest) if isinstance(value, np.ndarray) else value, self.given)
        return layer(*args, **{**training, **named})

    def run(self, layer, arrays=None, training=False):
        if self.fixed and layer.built:
            layer.reset_state()
        tensors = map(ops.convert_to_tensor, arrays or self.arrays)
        return _numpy(self.call(layer, tensors, training=training))

    def made(self, **base):
        """A new instance; layers among its arguments are new too."""
        kwargs = tree.map_structure(lambda value: _anew(value, self.default), self.kwargs)
        return self.cls(**{**kwargs, **base})

    def fresh(self, **base):
        layer = self.made(**base)
        self.prepare(layer)
        return layer

    def ready(self, layer=None):
        """A layer, or else a new one, built by a call, with `values` in its variables."""
        layer = layer or self.fresh()
        self.run(layer)
        _put(layer.variables, self.values)
        return layer

    def model(self, length=0, **base):
        """A functional model of a new instance, and this, with `values` in its variables."""
        symbols, layer = [], self.fresh(**base)
        for array, other in zip(self.arrays, self.samples(self.rows + 2)):
            shape = [n if n == m else None for n, m in zip(array.shape, other.shape)]
            shape[1:2] = [None if n == length else n for n in shape[1:2]]
            symbols.append(keras.Input(batch_shape=shape, dtype=_dtype(array)))
        model = keras.Model(symbols, _leaves(self.call(layer, symbols)))
        _put(layer.variables, self.values)
        return model, layer

    def compiled(self, method, arrays, jit=BACKEND == "jax", **options):
        """What a method of the compiled model gives, which starts with `values`."""
        model, layer = self.shared
        _put(layer.variables, self.values)
        model.compile("adam", jit_compile=jit)
        fed = [ops.convert_to_tensor(a) if _dtype(a) == "string" else a for a in arrays]
        return getattr(model, method)(fed, **options)

    def checked(self, arrays, layer=None):
        """The output, which is that of the reference, if there is one."""
        layer = layer or self.ready()
        output, weights = self.run(layer, arrays), _numpy(layer.weights)
        if self.reference:
            args, named = self.call(lambda *args, **named: (args, named), arrays)
            ufunc = isinstance(self.reference, np.ufunc)  # which has no signature
            takes = inspect.signature((lambda *args: 0) if ufunc else self.reference)
            named = {name: named[name] for name in named.keys() & takes.parameters.keys()}
            try:
                takes.bind(*args, *weights, **named)
            except TypeError as error:
                has = f"{len(args)} inputs and {len(weights)} weights"
                raise AssertionError(f"the layer has {has}; the reference: {error}") from None
            said = self.reference(*args, *weights, **named)
            assert _same(said, output), f"the output is\n{output}\nbut the reference says\n{said}"
        return output

    def behaviour(self, layer):
        """Outputs and losses of a call without training, and of one with it."""
        shown, count = [], len(self.values)
        layer.built and len(layer.variables) >= count or self.run(layer)
        for training in (False, True):
            _put(layer.variables[:count], self.values)
            if BACKEND == "torch":  # where an unseeded Dropout draws from torch's own generator
                __import__("torch").manual_seed(0)
            shown.append((self.run(layer, training=training), _numpy(layer.losses)))
        return shown

    @functools.cached_property
    def values(self):
        """A value for each variable; float weights are shifted, so that no bias of 0 can hide."""
        layer, draw = self.fresh(), np.random.default_rng(0).uniform
        self.run(layer)
        floats = {id(v) for v in layer.weights if _is_float(v)}
        values = [(_numpy(v), id(v) in floats) for v in layer.variables]
        return [(v + draw(.1, .5, v.shape) * shift).astype(v.dtype) for v, shift in values]

    @functools.cached_property
    def base(self):
        """What of `BASE` the constructor takes; a layer may refuse a dtype."""
        def taken(name):
            with contextlib.suppress(Exception):
                return self.made(**{name: BASE[name]})
        return {name: BASE[name] for name in BASE.keys() - self.kwargs.keys() if taken(name)}

    @functools.cached_property
    def trained(self):
        """All variables after a step of fit; its error, if only an unknown batch size fails."""
        def loss(x, y, y_pred, *_, **__):
            def distance(y):  # to targets that differ from each other
                y = ops.cast(y, "float32")  # as a loss of Keras does
                targets = ops.cos(ops.cumsum(ops.ones_like(ops.reshape(y, (-1,)))))
                return ops.mean(ops.square(y - ops.reshape(targets, ops.shape(y))))
            errors = [*map(distance, filter(_is_float, tree.flatten(y_pred)))]
            return sum(ops.cast(each, "float32") for each in errors + model.losses)
        (model, layer), late = self.shared, None
        model.compute_loss, more = loss, {"batch_size": self.rows, "steps_per_epoch": 1}
        try:
            assert self.sliced
            self.compiled("fit", self.samples(self.rows + 1), **more, shuffle=False, verbose=0)
        except Exception as error:
            late = error if self.sliced else None
            self.compiled("train_on_batch", self.arrays)
        return _numpy(layer.variables), late

    shared = functools.cached_property(lambda case: case.model())
    output = functools.cached_property(lambda case: case.run(case.ready()))
    fixed = functools.cached_property(  # to one number of samples
        lambda case: case.by_keras and getattr(case.made(), "stateful", False))
    sliced = functools.cached_property(  # along the batch, in and out
        lambda case: not any(map(callable, case.asked)) and all(
            v.shape[:1] == (None,) for v in case.shared[0].inputs + case.shared[0].outputs))

    def padded(self, kept=True, whole=0):
        """Tensors whose last step is masked, and zero unless `kept`; so many samples wholly."""
        for array in map(ops.convert_to_tensor, self.arrays):
            if len(array.shape) == 3:  # images have no steps
                steps = np.arange(array.shape[1]) < array.shape[1] - 1
                mask = ops.convert_to_tensor(steps & (np.arange(self.rows) >= whole)[:, None])
                array = array if kept else array * ops.cast(steps[:, None], array.dtype)
                array = keras.layers.Lambda(ops.copy, mask=mask)(array)
            yield array

    def assert_announced(self, model, real):
        """Shapes and dtypes that Keras announces are those of the real output."""
        for pair in zip(model.outputs, _leaves(real), strict=True):
            said, y = (((*v.shape,), keras.backend.standardize_dtype(v.dtype)) for v in pair)
            known = tuple(m if n is None else n for n, m in zip(said[0], y[0]))
            stored = BACKEND == "torch" and y[1] == "float16"  # there, Keras infers with float32
            right = len(said[0]) == len(y[0]) and (known, y[1] if stored else said[1]) == y
            facts = "announces shape {} of {}, the output has shape {} of {}".format(*said, *y)
            assert right, f"Keras {facts}"

    def assert_kept(self, saved, loaded):
        """A model, and the layer in it, came back from a file as they were."""
        old, new, inputs = saved[1], loaded[1], [*map(ops.convert_to_tensor, self.arrays)]
        drawn = _numpy(old.variables[len(old.weights):])  # seeds and the like
        _put(new.variables[len(new.weights):], drawn)
        before = _numpy(saved[0](inputs))
        _put(old.variables[len(old.weights):], drawn)
        same, pairs = _same(before, loaded[0](inputs)), zip(old.weights, new.weights, strict=True)
        folded = any(getattr(each, "lora_enabled", False) for each in old._flatten_layers())
        for v, w in pairs if not (same and folded) else ():
            assert _same(v, w), f"the weight {v.path} is not the saved one"
        assert same, "it answers otherwise than before"

def runs(case):
    """Keras: every use of the layer fails in the same way.
    Mend: follow the error. What call takes by name goes into call={…}. Read: call"""
    case.output

def returns_tensors(case):
    """Keras: a model of the layer has no output, or cannot be made.
    Mend: end call with a return, and make what it returns with ops. Read: call"""
    output = _leaves(case.call(case.ready(), map(ops.convert_to_tensor, case.arrays)))
    assert output, "call returns None: it does not end with a `return`"
    kinds = [type(each).__name__ for each in output if not ops.is_tensor(each)]
    assert not kinds, f"call returns a {kinds[0]}, which is no tensor"

def base_arguments(case):
    """Keras: nobody can name, freeze or cast the layer; load_model fails, or loses these three.
    Mend: take **kwargs in __init__, and hand them to super().__init__(**kwargs). Read: init"""
    bare = not case.ready().weights  # with nothing to freeze or cast
    idle = bare and (case.by_keras or "trainable" not in case.base)
    for name in ["name"] if idle else [name for name in BASE if name not in case.kwargs]:
        own = case.made().dtype_policy.name  # a layer may refuse another one
        value = own if name == "dtype" and name not in case.base else BASE[name]
        kept = _facts(case.made(**{name: value}))[name]
        assert kept == value, f"made with {name}={value!r} it has {name}={kept!r}"

def config_has_every_argument(case):
    """Keras: loading fails or, if the argument has a default, silently takes the default.
    Mend: return {**super().get_config(), "units": self.units}, with every argument. Read: config"""
    config = case.made(**case.base).get_config()
    lost = [name for name in [*BASE, *case.kwargs] if name not in config]
    missing = f"get_config() has no key {', '.join(map(repr, lost))}"
    def told(layer, name):  # of what an output need not show
        plain = str, int, float, keras.Initializer, keras.Regularizer, keras.constraints.Constraint
        value = _facts(layer).get(name) if name in BASE else getattr(layer, name, None)
        return keras.saving.serialize_keras_object(value) if isinstance(value, plain) else None
    if lost:  # rightly, if a copy is the same
        try:
            layer, again = case.made(**case.base), case.cls.from_config(config)
        except Exception as error:
            raise AssertionError(f"{missing}, and from_config raises {error}") from None
        for one, two in [(told(layer, name), told(again, name)) for name in lost]:
            alias = one in config.values()
            assert one == two or alias, f"{missing}: {one!r} comes back as {two!r}"
        again = case.cls.from_config(case.made().get_config())
        case.prepare(again)
        same = _same(case.behaviour(case.fresh()), case.behaviour(again))
        assert same, f"{missing}, and a copy made from it answers otherwise"

def config_rebuilds(case):
    """Keras: clone_model and load_model fail or give another layer, or the config is no JSON.
    Mend: give plain values, as int(n) or keras.activations.serialize(f). Read: config"""
    config = case.made(**case.base).get_config()
    before, after = json.dumps(config), json.dumps(case.cls.from_config(config).get_config())
    same = re.sub(r'_\d+"', '"', after) == re.sub(r'_\d+"', '"', before)  # but for names
    assert same, f"the config {before} becomes {after} after from_config"

def same_again(case):
    """Keras: what call makes or remembers is not trained, not saved, and frozen in a graph.
    Mend: make state in __init__ or build; draw with a SeedGenerator that self holds. Read: call"""
    layer = case.ready()
    same = _same(case.behaviour(layer), case.behaviour(layer))
    assert same, "two calls with the same inputs and the same variables differ"
    assert len(layer.variables) == len(case.values), "a second call adds variables"

def weights_are_tracked(case):
    """Keras: the variable is in no list of weights, so it is not trained, saved or loaded.
    Mend: self.add_weight, or self.inner = its layer, in __init__ or build. Read: weights"""
    class Spy(keras.StatelessScope):
        def get_current_value(self, variable):
            read.append(variable)
            return super().get_current_value(variable)
    layer, read = case.ready(), []
    with Spy():
        case.call(layer, map(ops.convert_to_tensor, case.arrays), training=True)
    known = [v for each in [layer, *case.lent] for v in each.variables + each.metrics_variables]
    known = {*map(id, read if case.fixed else known)}  # Keras keeps such a state beside
    lost = [v.path for v in read if id(v) not in known and _is_float(v)]
    native = "ResourceVariable", "Parameter"  # of TensorFlow, of torch
    lost += [name for name, value in vars(layer).items() if type(value).__name__ in native]
    assert not lost, f"Keras does not know the variable {lost[0]}"

def reference(case):
    """Keras: it trains and saves a wrong layer without a word.
    Mend: compare call with the formula, line by line. Read: testing"""
    case.checked(case.arrays)

def any_batch_size(case):
    """Keras: the smaller last batch of an epoch, or the first single prediction, fails or is wrong.
    Mend: take the size from ops.shape(x)[0], or ops.reshape to -1. Read: dynamic-shapes"""
    constant = []
    with contextlib.suppress(Exception):  # a later promise tells why there is no model
        constant = [y.shape[:1] == (case.rows,) for y in case.shared[0].outputs]
    for rows in (1, case.rows + 2):
        new, old = (_leaves(y) for y in (case.checked(case.samples(rows)), case.output))
        for y, before, alone in itertools.zip_longest(new, old, constant):
            follows = y.shape[:1] == (rows,) or before.shape[:1] != (case.rows,)
            alone = alone and y.shape == before.shape  # a table, which knows of no batch
            assert follows or alone, f"for {rows} samples the output has the shape {y.shape}"

def instances_independent(case):
    """Keras: training one changes the other, or weights start as twins, and learn less.
    Mend: state in build, no object as default, an initializer for each weight. Read: weights"""
    for name, parameter in inspect.signature(case.cls.__init__).parameters.items():
        if isinstance(parameter.default, keras.Initializer):
            seed = parameter.default.get_config().get("seed", 0)
            assert seed is not None, f"all instances share the default of '{name}', and its values"
    one, two = (layer.weights for layer in (case.fresh(), case.fresh()) if [case.run(layer)])
    own = len(one) == len(two) and not {*map(id, one)} & {*map(id, two)}
    assert own, f"a second instance does not have {len(one)} weights of its own"
    starts = zip(one, *map(_numpy, (one, two)))
    drawn = [(v.path, a) for v, a, b in starts if v.trainable and not np.array_equal(a, b)]
    for (v, a), (w, b) in itertools.combinations(drawn, 2):
        assert not np.array_equal(a, b), f"{v} and {w} start with the same random values"

def any_width(case):
    """Keras: the layer serves one width, and fails in the next model, far from its cause.
    Mend: take the width from input_shape[-1], in build. Read: build"""
    wide = [np.concatenate([a, a], -1) if a.dtype.kind == "f" and 1 < a.ndim < 4 else a
            for a in case.arrays]  # not of images, which have channels
    layer, failed, output = case.fresh(), None, case.output
    if not layer.built:  # by prepare
        try:
            output = case.run(layer, wide)
        except Exception as error:  # rightly, unless the layer itself wrote the width down
            failed = error
        lent = [each.get_config() for each in case.lent]
        told = f"{case.kwargs}{lent}{inspect.signature(case.cls.__init__)}"
        widths = {a.shape[-1] for a in case.arrays if a.ndim}
        widths -= {*map(int, re.findall(r"\d+", told))}
        for v, w in zip(layer.weights, case.ready().weights):
            written = failed and v.shape == w.shape and widths.intersection(v.shape)
            assert not written, f"of twice the width, {v.path} is still {v.shape}: {failed}"
        for y, old in zip(_leaves(output), _leaves(case.output)):
            assert y.shape[:1] == old.shape[:1], f"of twice the width, it gives the shape {y.shape}"
        with contextlib.suppress(ValueError, IndexError, TypeError):  # of a reference for one width
            failed or case.checked(wide, layer)

def builds_from_lists(case):
    """Keras: load_model, which passes shapes as lists, fails or makes other weights.
    Mend: write (*input_shape[:-1], n); let build build all inner layers. Read: build"""
    layer, again = case.ready(), case.fresh()
    if case.cls.build not in (keras.Layer.build, keras.Model.build) and not again.built:
        again.build_from_config(json.loads(json.dumps(layer.get_build_config())))
        one, two = ([tuple(v.shape) for v in each.weights] for each in (layer, again))
        assert one == two, f"a call makes weights of shapes {one}, build with a list makes {two}"

def symbolic_equals_real(case):
    """Keras: it trusts what it is told: summary() and later layers are wrong, or no model is made.
    Mend: let compute_output_shape or _spec say what call does, or drop it. Read: output-shape"""
    case.assert_announced(case.shared[0], case.output)

def state_updates(case):
    """Keras: the state is lost, or changes in a call and not in fit.
    Mend: self.total.assign(...), never self.total = ..., whatever the tensor. Read: state"""
    called, layer = case.ready(), case.fresh()
    if not layer.built and called.get_build_config():
        layer.build_from_config(called.get_build_config())
    held, kept = ({name for name, value in vars(each).items() if hasattr(value, "assign")}
                  for each in (layer, called))
    assert held <= kept, f"a call replaced the variable {held - kept} by a tensor"
    state = {*map(id, called.non_trainable_weights)}
    if BACKEND != "numpy" and state:
        case.run(called, training=True)
        for v, fitted in zip(called.variables, case.trained[0]):
            same = id(v) not in state or _same(v, fitted)
            assert same, f"a step of fit and a call with training=True leave {v.path} different"

def summary_shows_shapes(case):
    """Keras: summary() of a subclassed model passes compute_output_shape the names of build.
    Mend: let both take the same argument names, and return a shape. Read: output-shape"""
    if case.cls.compute_output_shape is not keras.Layer.compute_output_shape:
        holder, lines = keras.Model(), []
        holder.held, holder.built = case.ready(), True
        holder.summary(print_fn=lines.append)
        known = any((holder.held.get_build_config() or {}).values())
        assert not known or "?" not in "".join(lines), "summary() shows '?' for its output shape"

def mixed_float16(case):
    """Keras: under this policy it fails, is not finite, or gives another dtype than announced.
    Mend: make constants with ops.cast(c, x.dtype), and none beyond 6e4. Read: dtypes"""
    outer, layer, wide = keras.config.dtype_policy(), case.made(), case.output
    integers = not keras.backend.is_float_dtype(layer.compute_dtype)  # or quantized to these
    for policy in () if integers or "_from_" in layer.dtype_policy.name else case.policies:
        base = {"dtype": policy} if {"dtype"} & {*case.base, *case.kwargs} else {}
        if "dtype" in case.kwargs:
            wide = case.run(case.ready(case.fresh(dtype="float32")))
        keras.config.set_dtype_policy(policy)  # for inner layers
        try:
            layer = None
            layer = case.ready(case.fresh(**base))
            plain = case.run(layer)
            case.assert_announced(case.model(**base)[0], plain)
            small = [plain, case.call(layer, case.padded())] if case.uses_mask else plain
        except Exception as error:
            kernel = re.search("Could not find device|not implemented for", str(error))
            if layer and not kernel:  # else this machine has no such kernel, or the layer refuses
                raise
            continue
        finally:
            keras.config.set_dtype_policy(outer)
        finite = _finite(small) or not _finite(wide)
        assert finite, f"the output in {policy} is not finite, with a mask or without"

def mask(case):
    """Keras: padding counts as data, or later layers see no mask, or one of another shape.
    Mend: supports_masking = True, or let compute_mask give None if call uses it. Read: masking"""
    layer, outputs, uses = case.ready(), [], case.uses_mask
    asked = case.steps and (uses or layer.supports_masking or case.masked)
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        for options in ({}, {"kept": False}, {"whole": 1}) if asked else ():
            _put(layer.variables, case.values)
            outputs.append(_leaves(case.call(layer, case.padded(**options), training=False)))
    said = [str(each.message) for each in told]  # by Keras, also of inner layers
    lost = any("destroy the mask" in each and f"'{layer.name}'" in each for each in said)
    assert not lost, "it neither passes its mask on nor says that it is used up"
    for y, other, whole in zip(*outputs):
        passed, y, other = getattr(_mask_of(y), "shape", ()), *_numpy((y, other))
        fits = all(m in (1, n) for m, n in zip(passed, y.shape)) and len(passed) <= y.ndim
        assert fits, f"its output of shape {y.shape} carries a mask of shape {(*passed,)}"
        for axis in [axis for axis in range(1, y.ndim) if y.shape[axis] in case.steps]:
            y, other = (np.delete(each, -1, axis) for each in (y, other))  # free at that step
        assert not uses or _same(y, other), "values at masked steps change the output"
        finite = not uses or _finite(whole) or not _finite(y)
        assert finite, "a sample that is wholly masked makes the output nan or infinite"

def training(case):
    """Keras: noise or drift in predictions, or plain layer(x) fails.
    Mend: call(self, x, training=None); random draws and updates only if true. Read: training"""
    if parameter := case.parameters.get("training"):
        layer = case.ready()
        before, outputs = _numpy(layer.weights), [case.run(layer), case.run(layer)]
        still = getattr(layer, "stateful", False) or _same(before, layer.weights)
        assert still, "training=False changes weights, and `layer.stateful` is not True"
        same = case.random or _same(*outputs)
        assert same, "two calls with training=False differ; say random=True, if they must"
        if parameter.default is True and not case.by_keras:
            same = _same(*case.behaviour(layer)) and _same(before, layer.weights)
            assert same, "the default of `training` is neither None nor False"

def seeds(case):
    """Keras: an experiment cannot be repeated, or each call draws the same numbers.
    Mend: make a keras.random.SeedGenerator(seed) in __init__; pass it to each draw. Read: random"""
    runs = []
    for _ in range(2):
        keras.utils.set_random_seed(7)
        layer = case.fresh()
        runs.append([case.run(layer, training=True), case.run(layer, training=True)])
    assert _same(*runs), "made and called after the same set_random_seed, two instances differ"
    assert not case.random or not _same(*runs[0]), "two calls with training=True draw the same"
    layers = [layer for layer in (case.fresh(), case.fresh()) if [case.run(layer)]]
    one, two = ([v for v in layer.variables if "seed" in v.path] for layer in layers)
    same = case.kwargs.get("seed") is None or _same(one, two)
    assert same, f"two instances with seed={case.kwargs.get('seed')} draw differently"

def file_round_trip(case):
    """Keras: a saved model cannot be loaded, or comes back as another one.
    Mend: register classes and functions; build inner layers in build. Read: saving"""
    model, layer = case.model(**{name: case.base[name] for name in case.base.keys() - {"dtype"}})
    with tempfile.TemporaryDirectory() as folder:
        model.save(f"{folder}/model.keras")
        again = keras.models.load_model(f"{folder}/model.keras")
    new = again.layers[model.layers.index(layer)]
    assert _facts(layer) == _facts(new), f"{_facts(layer)} came back as {_facts(new)}"
    case.assert_kept((model, layer), (again, new))

def weights_round_trip(case):
    """Keras: load_weights says nothing, and the layer is another than the saved one.
    Mend: keep what is drawn or learnt in weights, not in attributes. Read: saving-state"""
    saved, loaded = case.model(), case.model()
    _put(loaded[1].variables, [0 * value for value in case.values])
    with tempfile.TemporaryDirectory() as folder:
        saved[0].save_weights(f"{folder}/model.weights.h5")
        loaded[0].load_weights(f"{folder}/model.weights.h5")
    case.assert_kept(saved, loaded)

def compiled_equals_eager(case):
    """Keras: fit and predict, which compile the layer, fail or compute other than layer(x).
    Mend: keras.ops, ops.cond; self.supports_jit = False, if XLA cannot. Read: control-flow"""
    layer, texts = case.ready(), any(_dtype(array) == "string" for array in case.arrays)
    draws = layer.variables[len(layer.weights):] and not _same(case.run(layer), case.run(layer))
    able = not texts and all(each.supports_jit for each in layer._flatten_layers())
    jit = BACKEND == "jax" or BACKEND == "tensorflow" and able
    same = _same(case.compiled("predict_on_batch", case.arrays, jit), case.output)
    assert same or jit and draws, f"predict with jit_compile={jit} differs from a call"

def unknown_batch_size(case):
    """Keras: fit and predict, which do not know the size of the last batch, fail or are wrong.
    Mend: ops.shape(x)[0] in place of x.shape[0], len(x) and Python loops. Read: dynamic-shapes"""
    layer, cut = case.ready(), case.rows + 1
    if case.sliced:
        arrays = case.samples(cut + case.rows)
        parts = [_leaves(case.run(layer, [array[rows] for array in arrays]))
                 for rows in (slice(None, cut), slice(cut, None))]
        said = case.compiled("predict", arrays, batch_size=cut, verbose=0)
        same = _same(said, [*map(np.concatenate, zip(*parts))])
        assert same, f"predict in batches of {cut} and {cut - 1} differs from calls with these"
        if BACKEND != "numpy" and (layer.trainable_weights or "training" in case.parameters):
            with contextlib.suppress(Exception):  # weights-learn tells what fails with any batch
                cut = case.trained[1]
            if isinstance(cut, Exception):
                raise cut

def any_length(case):
    """Keras: batches of other lengths fail, or get the answer for the first length.
    Mend: let call ask ops.shape(x)[1]; keep no length from build in self. Read: dynamic-shapes"""
    tokens = {a.shape[1] for a in case.arrays if a.ndim == 2 and a.dtype.kind in "iub"}
    length, layer, again = max(case.steps | tokens, default=0), case.ready(), case.fresh()
    short = [a[:, :-1] if a.shape[1:2] == (length,) else a for a in case.arrays]
    try:
        output, _ = case.run(layer, short), case.run(again, short)
        _put(again.variables, case.values)
        model, _ = case.model(length)
    except Exception:  # it has one length, and says so
        return
    facts = f"built for {length} steps and called with {length - 1} it"
    assert _same(case.run(again, short), output), f"{facts} differs from one built for these"
    case.assert_announced(model, output)
    assert _same(model.predict_on_batch(short), output), f"{facts} differs from predict"

def gradients(case):
    """Keras: fit follows another slope than that of the formula, and learns slowly or wrongly.
    Mend: compare your own gradient with differences, or skip this on purpose. Read: gradients"""
    cutter = {"tensorflow": "tensorflow.stop_gradient", "jax": "jax.lax.stop_gradient"}.get(BACKEND)
    layer, draw, count = case.ready(), np.random.default_rng(2).normal, len(case.arrays)
    weights = layer.trainable_variables
    start = [*case.arrays, *_numpy(weights)]
    spots = [i for i, array in enumerate(start) if array.dtype.kind == "f"]
    if not cutter or not spots or case.by_keras and case.cls is not keras.layers.Lambda:
        return  # Keras wrote no gradient of its own
    def outputs(points):
        tensors = [ops.convert_to_tensor(points.get(i, array)) for i, array in enumerate(start)]
        with keras.StatelessScope(state_mapping=[*zip(weights, tensors[count:])]):
            return [*filter(_is_float, _leaves(case.call(layer, tensors[:count], training=False)))]
    def total(points):
        ys = outputs(dict(zip(spots, points)))
        return sum(ops.sum(ops.cast(y, "float32") * size) for y, size in zip(ys, sizes))
    def wrong(i, gradient):  # along a random direction, where the output has no kink
        move = (draw(size=start[i].shape) * (1 + abs(start[i]).mean())).astype("float32")
        ends = [_numpy(outputs({i: start[i] + h * move})) for h in (2e-3, 0, -2e-3)]
        up, here, down = (sum(np.sum(np.asarray(y, float) * size) for y, size in zip(end, sizes))
                          for end in ends)
        ahead, behind, said = (up - here) / 2e-3, (here - down) / 2e-3, np.sum(gradient * move)
        real = (ahead + behind) / 2
        sure = abs(ahead - behind) < .05 * abs(real) and said * real > 0  # not flat, not reversed
        return sure and abs(said - real) > .1 * abs(real)
    with unittest.mock.patch(cutter, lambda x: x):  # which cuts on purpose
        sizes = [draw(size=y.shape).astype("float32") for y in outputs({})]
        points = [ops.convert_to_tensor(start[i]) for i in spots if sizes]
        if points and BACKEND == "jax":
            found = __import__("jax").grad(total)(points)
        elif points:
            with __import__("tensorflow").GradientTape() as tape:
                tape.watch(points)
                end = total(points)
            found = tape.gradient(end, points, unconnected_gradients="zero")
        for i, gradient in zip(spots, found if points else ()):
            place = f"input {i + 1}" if i < count else weights[i - count].path
            gradient = _numpy(ops.convert_to_tensor(gradient))
            assert not (wrong(i, gradient) and wrong(i, gradient)), \
                f"the gradient for {place} is not the slope of the output"

def weights_learn(case):
    """Keras: the weight keeps its first value for ever.
    Mend: let call use it, with no argmax or rounding; or trainable=False. Read: gradients"""
    layer = case.ready()
    flags = {name: type(each.default) is bool for name, each in case.parameters.items()}
    modes = any(flag for name, flag in flags.items() if name != "training")
    if BACKEND != "numpy" and layer.trainable_weights:
        ends = zip(layer.variables, case.values, case.trained[0])
        still = [v.path for v, start, end in ends if v.trainable and np.array_equal(start, end)]
        rest = modes and len(still) < len(layer.trainable_weights)  # for a flag that is not set
        assert rest or not still, f"a step of fit does not move {still}; skip it, if it cannot here"

PROMISES = {name.replace("_", "-"): check for name, check in [*globals().items()]
            if "\n    Mend: " in (check.__doc__ or "")}
CONFIG = {"config-has-every-argument", "config-rebuilds", "file-round-trip"}
GRAPH = {"unknown-batch-size", "any-length", "gradients", "weights-learn"}
MODEL = {"state-updates", "mixed-float16", "file-round-trip", "weights-round-trip",
         "compiled-equals-eager", *GRAPH}
HIDES = {"base-arguments": CONFIG, "config-has-every-argument": CONFIG, "config-rebuilds": CONFIG,
         "symbolic-equals-real": MODEL, "any-batch-size": GRAPH, "compiled-equals-eager": GRAPH,
         **dict.fromkeys(["runs", "returns-tensors", "same-again"], {*PROMISES})}

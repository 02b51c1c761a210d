"""A contract for your own Keras layer: copy this file into your project, then write in any test

    check_layer(MyDense, {"units": 4}, (3,), reference=lambda x, w, b: x @ w + b)

Needs NumPy and Keras, from 3.4 on; any backend. Give arguments that differ from the defaults: a
rate of 0 hides a forgotten rate. What only some layers promise is judged by what the layer declares:
a `training` or `mask` argument, `supports_masking`, `supports_jit`, `stateful`, what it holds."""
import contextlib
import functools
import inspect
import io
import itertools
import json
import re
import tempfile
import unittest.mock
import warnings

import keras
import numpy as np
from keras import ops, tree

BOOK = "https://example.com/keras-layers/en/"
BACKEND = keras.backend.backend()
ROWS = 6  # samples, where `inputs` does not say
BASE = {"name": "given", "trainable": False, "dtype": "mixed_float16"}  # what every layer takes

class BrokenPromise(AssertionError):
    """A promise that a layer breaks; `promise` is its stable name, one of `PROMISES`."""
    def __init__(self, promise, layer, error):
        self.promise = promise
        text = inspect.cleandoc(PROMISES[promise].__doc__)
        keras_does, mend, page, tries = re.split(r"\n?(?:Mend|Read|Tries): ", text)
        wrong = re.sub(r"\x1b\[\d*m", "", str(error))  # without colours
        wrong = re.sub(r"\s+Arguments received by .*", "", wrong, flags=re.S).strip()
        if len(wrong) > 600:  # the last line is often the cause
            wrong = f"{wrong[:300].rstrip()} … {wrong.splitlines()[-1][-300:]}"
        if not isinstance(error, AssertionError):  # a crash: the cure for a wrong answer may mislead
            wrong = f"{type(error).__name__}: {wrong}"
            keras_does = f"Keras: this error is what {tries} gives."
            mend = f"follow the error; skip={{'{promise}'}}, if your layer need not do this. "
        lines = f"{layer.__name__} breaks '{promise}': {wrong}", keras_does, f"Mend: {mend.strip()}"
        super().__init__("\n".join([*lines, f"Read: {BOOK}{page}/"]))

def check_layer(layer_class, kwargs, inputs, **facts):
    """Raises the first promise that `layer_class(**kwargs)` breaks; `facts`: see below."""
    for broken in broken_promises(layer_class, kwargs, inputs, first=True, **facts):
        raise broken

def broken_promises(layer_class, kwargs, inputs, *, call=None, reference=None, prepare=None,
                    random=False, masked=False, policies=("mixed_float16",), skip=(), first=False):
    """All broken promises, in the order of `PROMISES`, or only the first.

    kwargs:    constructor arguments, as a dict; layers among them are made anew each time.
    inputs:    an array, or a shape without the batch axis, as `(3,)`, for random floats; a list
               or dict of these if `call` takes one; a tuple if `call` takes several arguments,
               where None, a number, a bool or a string is passed as it is. Or a function that
               gives this for a number of samples, if another axis is as long as the batch.
    call:      what `call` takes by name, as a dict (or such a function): `{"value": (5, 3)}`,
               `{"use_causal_mask": True}`; `inputs` is None, if it takes all by name.
    reference: NumPy function of the inputs, then of all weights in the order of `layer.weights`;
               what it takes by name, it gets from `call`.
    prepare:   function of each new layer, called first, as `lambda layer: layer.adapt(data)`.
    random:    True if each call with training=True must draw anew, and one without may.
    masked:    True if the layer must use or pass on a mask; implied by inputs that carry one.
    policies:  dtype policies under which the layer must compute.
    skip:      names of promises that this layer need not keep."""
    if unknown := set(skip) - set(PROMISES):
        raise ValueError(f"{unknown} not in {list(PROMISES)}")
    case = Case(layer_class, kwargs, inputs, call or {}, reference, prepare, random, masked, policies)
    broken, hidden = [], set(skip)
    for name, check in PROMISES.items():
        quiet = contextlib.redirect_stdout(io.StringIO())  # for layers that print in call
        with warnings.catch_warnings(), quiet, case.scope:
            warnings.simplefilter("ignore")
            try:
                if name not in hidden:
                    check(case)
            except Exception as error:
                broken.append(BrokenPromise(name, layer_class, error))
                hidden |= HIDES.get(name, set())
                if first:
                    break
    return broken

def _array(value):
    return isinstance(value, np.ndarray)

def _leaves(values):
    return [value for value in tree.flatten(values) if value is not None]

def _numpy(values):
    plain = (type(None), bool, int, float, str, np.ndarray)
    return tree.map_structure(
        lambda v: v if isinstance(v, plain) else ops.convert_to_numpy(v), values)

def _is_float(value):
    return keras.backend.is_float_dtype(keras.backend.standardize_dtype(value.dtype))

def _same(*both):
    """True if two structures of arrays have equal shapes and, but for rounding, equal values."""
    def close(a, b):
        if np.asarray(a).dtype.kind in "OSU":  # strings
            return np.array_equal(a, b)
        a, b = (np.asarray(v, "complex128") for v in (a, b))
        return np.allclose(a, b, rtol=1e-3, atol=1e-4, equal_nan=True)
    pairs = itertools.zip_longest(*map(_leaves, _numpy(both)))
    return all(np.shape(a) == np.shape(b) and close(a, b) for a, b in pairs)

def _put(variables, values):
    assert len(variables) == len(values), \
        f"it has {len(variables)} variables where a call makes {len(values)}"
    for variable, value in zip(variables, values):
        variable.assign(value)

def _filled(spec, seeds):
    """`spec` with random arrays in place of shapes."""
    if isinstance(spec, tuple) and all(type(size) is int for size in spec):
        return np.random.default_rng(next(seeds)).normal(size=(ROWS, *spec)).astype("float32")
    if isinstance(spec, dict):
        return {key: _filled(value, seeds) for key, value in spec.items()}
    if isinstance(spec, (list, tuple)):
        return type(spec)([_filled(value, seeds) for value in spec])
    return _numpy(spec)

def _with_mask(array, mask):
    """A tensor that carries a mask."""
    mask = ops.convert_to_tensor(mask)
    return keras.layers.Lambda(ops.copy, mask=mask, dtype=array.dtype.name)(array)

def _mask_of(tensor):
    """The mask that a tensor carries, or None."""
    seen = []
    keras.layers.Lambda(ops.copy, mask=lambda _, mask: seen.append(mask), dtype=tensor.dtype)(tensor)
    return seen[0]

def _anew(value, default):
    """Another layer like `value`, and built like it; its policy is today's where it was `default`."""
    def today(config):
        if isinstance(config, list):
            return [today(each) for each in config]
        if not isinstance(config, dict):
            return config
        if config.get("class_name") == "DTypePolicy" and config["config"] == {"name": default}:
            return keras.config.dtype_policy().name
        return {key: today(each) for key, each in config.items()}
    if isinstance(value, keras.Layer):
        with contextlib.suppress(Exception):  # what Keras can't copy is used as it is
            layer = type(value).from_config(today(value.get_config()))
            if value.built and not layer.built:
                layer.build_from_config(value.get_build_config())
            if value.built:
                layer.set_weights(value.get_weights())
            return layer
    return value

class Case:
    """A layer under test: makes instances of it, and keeps what several promises look at."""
    def __init__(self, cls, kwargs, inputs, call, reference, prepare, random, masked, policies):
        self.cls, self.kwargs, self.reference, self.prepare = cls, kwargs, reference, prepare
        self.random, self.policies = random, policies
        self.asked, self.default = (inputs, call), keras.config.dtype_policy().name
        carried = [v for v in tree.flatten(inputs) if ops.is_tensor(v) and _mask_of(v) is not None]
        self.masked = masked or bool(carried)
        self.given = self.arguments(ROWS)
        self.arrays = [value for value in tree.flatten(self.given) if _array(value)]
        self.rows = next((len(a) for a in self.arrays if a.ndim), ROWS)
        layers = [v for v in tree.flatten(kwargs) if isinstance(v, keras.Layer)]
        known = {type(v) for layer in layers for v in layer._flatten_layers()} | {cls}
        self.scope = keras.saving.CustomObjectScope({each.__name__: each for each in known})
        self.by_keras = inspect.unwrap(cls.call).__module__.startswith("keras.src.")
        self.parameters = inspect.signature(cls.call).parameters

    def arguments(self, rows):
        """The positional and the named arguments of `call`, in two structures of arrays."""
        seeds = itertools.count()
        args, named = (_filled(v(rows) if callable(v) else v, seeds) for v in self.asked)
        return (args if isinstance(args, tuple) else () if args is None else (args,)), named

    def samples(self, rows):
        """The same with another number of samples."""
        def resized(array):
            follows = _array(array) and array.ndim and len(array) == self.rows
            return np.resize(array, (rows, *array.shape[1:])) if follows and not fixed else array
        fixed = getattr(self.fresh(), "stateful", False) and not self.custom_state
        return tuple(self.arguments(rows)[i] if callable(asked) else
                     tree.map_structure(resized, self.given[i]) for i, asked in enumerate(self.asked))

    @functools.cached_property
    def custom_state(self):
        """True unless the state has a value for each sample, so that the batch size is fixed."""
        return self.rows not in [v.shape[0] for v in self.built().variables if v.shape]

    @functools.cached_property
    def sliced(self):
        """True if every array in and out has the batch as its first axis, and nowhere else."""
        inputs = zip(self.arrays, [v for v in tree.flatten(self.samples(self.rows + 2)) if _array(v)])
        moved = [[n != m for n, m in zip(a.shape, b.shape)] for a, b in inputs]
        firsts = [v.shape[:1] == (None,) for v in self.shared[0].outputs]
        return all(firsts) and all(each and each[0] and not any(each[1:]) for each in moved)

    def fresh(self, **base):
        """A new instance, not built; layers among its arguments are made anew too."""
        kwargs = tree.map_structure(lambda value: _anew(value, self.default), self.kwargs)
        layer = self.cls(**{**kwargs, **base})
        if self.prepare:
            self.prepare(layer)
        return layer

    @functools.cached_property
    def base(self):
        """What of `BASE` the constructor takes; a layer may refuse a dtype."""
        taken = {}
        for name in BASE.keys() - self.kwargs.keys():
            with contextlib.suppress(Exception):
                self.fresh(**{name: BASE[name]})
                taken[name] = BASE[name]
        return taken

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

    def model(self, free=(), **base):
        """A functional model of a new instance, and this, with `values` in its variables."""
        def symbol(array, longer):
            if not _array(array):
                return array
            shape = [n if n == m else None for n, m in zip(array.shape, longer.shape)]
            shape = [None if axis in free and array.ndim > 1 else n for axis, n in enumerate(shape)]
            dtype = "string" if array.dtype.kind in "OSU" else array.dtype.name
            return keras.Input(batch_shape=shape, dtype=dtype)
        layer = self.fresh(**base)
        args, named = tree.map_structure(symbol, self.given, self.samples(self.rows + 2))
        symbols = [v for v in tree.flatten((args, named)) if isinstance(v, keras.KerasTensor)]
        model = keras.Model(symbols, _leaves(layer(*args, **named)))
        _put(layer.variables, self.values)
        return model, layer

    @functools.cached_property
    def shared(self):
        return self.model()

    @functools.cached_property
    def trains(self):
        return BACKEND != "numpy" and bool(self.shared[1].trainable_weights)

    @functools.cached_property
    def uses_mask(self):
        """True if Keras fills a mask argument of `call`, and something has time steps."""
        names = {"mask", *(f"{name}_mask" for name in self.parameters)} & {*self.parameters}
        steps = any(array.ndim > 2 for array in self.arrays)
        return bool(names - {*self.given[1]}) and steps and not self.by_keras

    def padded(self, kept=True, whole=0):
        """Arguments whose last step is masked, and zero unless `kept`; so many samples wholly."""
        def pad(a):
            if not _array(a) or a.ndim < 3:
                return a
            mask = np.broadcast_to(np.arange(a.shape[1]) < a.shape[1] - 1, a.shape[:2]).copy()
            mask[:whole] = False
            return _with_mask(np.concatenate([a[:, :-1], a[:, -1:] * kept], 1), mask)
        return tree.map_structure(pad, self.given)

    def run(self, layer, given=None, training=False):
        """The output for `given`, or else for the inputs."""
        def tensor(value):
            return ops.convert_to_tensor(value) if _array(value) else value
        args, named = tree.map_structure(tensor, self.given if given is None else given)
        return _numpy(layer(*args, **{"training": training, **named}))

    def checked(self, given, layer=None):
        """The output, which is that of the reference, if there is one."""
        layer = layer or self.ready()
        output = self.run(layer, given)
        if self.reference:
            takes, weights = inspect.signature(self.reference), _numpy(layer.weights)
            named = {name: v for name, v in given[1].items() if name in takes.parameters}
            try:
                takes.bind(*given[0], *weights, **named)
            except TypeError as error:
                inputs = f"{len(given[0])} inputs and {len(weights)} weights"
                raise AssertionError(f"the layer has {inputs}; the reference: {error}") from None
            said = self.reference(*given[0], *weights, **named)
            assert _same(said, output), f"the output is\n{output}\nbut the reference says\n{said}"
        return output

    def behaviour(self, layer):
        """The outputs with and without training, and the losses."""
        shown = []
        for training in (False, True):
            if not layer.built or len(layer.variables) < len(self.values):
                self.run(layer)
            _put(layer.variables[:len(self.values)], self.values)
            if BACKEND == "torch":  # where an unseeded Dropout draws from torch's own generator
                __import__("torch").manual_seed(0)
            shown += [self.run(layer, training=training), _numpy(layer.losses)]
        return shown

    @functools.cached_property
    def values(self):
        """A value for each variable; float weights are shifted, so that no bias of 0 can hide."""
        layer, draw = self.built(), np.random.default_rng(0).uniform
        floats = {id(v) for v in layer.weights if _is_float(v)}
        values = [(_numpy(v.value), id(v) in floats) for v in layer.variables]
        return [(v + draw(.1, .5, v.shape) * shift).astype(v.dtype) for v, shift in values]

    @functools.cached_property
    def output(self):
        return self.run(self.ready())

    @functools.cached_property
    def in_batches(self):
        """The error of predict with batches whose size the graph doesn't know, or None."""
        (model, layer), cut = self.shared, self.rows - 2
        try:
            _put(layer.variables, self.values)
            model.compile(jit_compile=BACKEND == "jax")
            said = model.predict(self.arrays, batch_size=cut, verbose=0)
            eager, parts = self.ready(), []
            for rows in (slice(None, cut), slice(cut, None)):
                part = tree.map_structure(lambda v: v[rows] if _array(v) else v, self.given)
                parts.append(_leaves(self.run(eager, part)))
            same = _same(said, [np.concatenate(pair) for pair in zip(*parts)])
            assert same, f"predict in batches of {cut} and 2 differs from calls with these"
        except Exception as error:
            return error

    @functools.cached_property
    def trained(self):
        """The values of all variables after a step of fit, and the error of an unknown batch size."""
        def loss(x, y, y_pred, *_, **__):
            def error(y):  # to targets that differ from each other
                targets = ops.cos(ops.cumsum(ops.ones_like(ops.reshape(y, (-1,)))))
                return ops.mean(ops.square(y - ops.reshape(targets, ops.shape(y))))
            return sum(map(error, filter(_is_float, tree.flatten(y_pred)))) + sum(model.losses)
        (model, layer), failed = self.shared, None
        model.compute_loss = loss
        try:
            assert self.sliced
            model.compile("adam")
            _put(layer.variables, self.values)
            more = [v for v in tree.flatten(self.samples(self.rows + 2)) if _array(v)]
            model.fit(more, batch_size=self.rows, steps_per_epoch=1, shuffle=False, verbose=0)
        except Exception as error:
            model.compile("adam")
            _put(layer.variables, self.values)
            model.train_on_batch(self.arrays)
            failed = error if self.sliced else None
        return _numpy([v.value for v in layer.variables]), failed

    def assert_announced(self, model, real):
        """Shapes and dtypes that Keras announces are those of the real output."""
        said, real = model.outputs, _leaves(real)
        assert len(said) == len(real), f"Keras announces {len(said)} tensors, not {len(real)}"
        for each, y in zip(said, real):
            said, y = (((*v.shape,), keras.backend.standardize_dtype(v.dtype)) for v in (each, y))
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
        drawn = _numpy([v.value for v in old.variables[len(old.weights):]])  # seeds and the like
        def answer(model, layer):
            _put(layer.variables[len(layer.weights):], drawn)
            return _numpy(model([ops.convert_to_tensor(array) for array in self.arrays]))
        before, after = answer(model, old), answer(again, new)
        same, counts = _same(before, after), (len(old.weights), len(new.weights))
        assert len(set(counts)) == 1, "{} weights came back as {}".format(*counts)
        lost, matters = [], False
        for v, w in zip(old.weights, new.weights):
            if not _same(v.value, w.value):
                value = _numpy(w.value)
                w.assign(v.value)
                matters |= not _same(after, answer(again, new))  # as where LoRA is folded in
                w.assign(value)
                lost.append(v.path)
        assert not lost or same and matters, f"the weight {lost[0]} is not the saved one"
        assert same, "it answers otherwise than before"

def runs(case):
    """Keras: every use of the layer fails in the same way.
    Mend: follow the error. What call takes by name goes into call={…}. Read: call
    Tries: layer(x)"""
    case.output

def returns_tensors(case):
    """Keras: a model of the layer fails, or has no output.
    Mend: end call with a return, and convert what you return with ops. Read: call
    Tries: layer(x)"""
    args, named = case.given
    output = case.fresh()(*args, **{"training": False, **named})
    assert _leaves(output), "call returns None: it does not end with a `return`"
    for leaf in _leaves(output):
        assert ops.is_tensor(leaf), f"call returns a {type(leaf).__name__}, which is no tensor"

def base_arguments(case):
    """Keras: nobody can name, freeze or cast the layer, and load_model fails or loses that.
    Mend: take **kwargs in __init__, and hand them to super().__init__(**kwargs). Read: init
    Tries: making the layer with name, trainable and dtype"""
    for name, value in BASE.items():
        if name in case.kwargs:
            continue
        if name == "dtype" and name not in case.base:
            value = case.fresh().dtype_policy.name  # a layer may refuse another one
        layer = case.fresh(**{name: value})
        kept = layer.dtype_policy.name if name == "dtype" else getattr(layer, name)
        assert kept == value, f"made with {name}={value!r} it has {name}={kept!r}"

def config_has_every_argument(case):
    """Keras: loading fails or, if the argument has a default, silently takes the default.
    Mend: return {**super().get_config(), "units": self.units}, with every argument. Read: config
    Tries: layer.get_config()"""
    layer = case.fresh(**case.base)
    config = layer.get_config()
    lost = [name for name in ["name", "trainable", "dtype", *case.kwargs] if name not in config]
    if lost:  # rightly, where a copy is the same without it
        missing = f"get_config() has no key {', '.join(map(repr, lost))}"
        try:
            again = case.cls.from_config(config)
        except Exception as error:
            raise AssertionError(f"{missing}, and from_config raises {error}") from None
        facts, others = ((v.name, v.trainable, v.dtype_policy.name) for v in (layer, again))
        assert facts == others, f"{missing}: {facts} comes back as {others}"
        plain = str, int, float, bool, keras.Initializer, keras.Regularizer, keras.constraints.Constraint
        for name in lost:  # what outputs can't show, as an initializer
            one, two = (keras.saving.serialize_keras_object(getattr(v, name, None))
                        if isinstance(getattr(v, name, None), plain) else None for v in (layer, again))
            elsewhere = one in config.values()  # as under an alias
            assert one == two or elsewhere, f"{missing}: {name}={one!r} comes back as {two!r}"
        layer = case.fresh()
        behaviours = [case.behaviour(v) for v in (layer, case.cls.from_config(layer.get_config()))]
        assert _same(*behaviours), f"{missing}, and a copy made from it answers otherwise"

def config_rebuilds(case):
    """Keras: to_json, clone_model and load_model fail, or give another layer than this one.
    Mend: give plain values, as int(n) or keras.activations.serialize(f). Read: config
    Tries: json.dumps(layer.get_config()), then from_config"""
    config = case.fresh(**case.base).get_config()
    before = json.dumps(config)
    after = json.dumps(case.cls.from_config(config).get_config())
    names = r'_\d+"'  # of inner layers
    same = re.sub(names, '"', after) == re.sub(names, '"', before)
    assert same, f"the config {before} becomes {after} after from_config"

def same_again(case):
    """Keras: what call makes or remembers is not trained, not saved, and frozen in a graph.
    Mend: make state in __init__ or build; draw with a SeedGenerator that self holds. Read: call
    Tries: calling the layer twice"""
    layer, count = case.ready(), len(case.values)
    twice = [case.behaviour(layer) for _ in range(2)]
    assert _same(*twice), "two calls with the same inputs and the same variables differ"
    assert len(layer.variables) == count, "a second call adds variables"

def weights_are_tracked(case):
    """Keras: the variable is in no list of weights, so it is not trained, saved or loaded.
    Mend: self.add_weight, or self.inner = its layer, in __init__ or build. Read: weights
    Tries: a call in a StatelessScope"""
    class Spy(keras.StatelessScope):
        def get_current_value(self, variable):
            read.append(variable)
            return super().get_current_value(variable)
    layer, read = case.ready(), []
    with Spy():
        case.run(layer, training=True)
    lent = [v for v in tree.flatten(case.kwargs) if isinstance(v, keras.Layer)]
    known = {id(v) for each in [layer, *lent] for v in each.variables + each.metrics_variables}
    lost = [v.path for v in read if id(v) not in known and _is_float(v)]
    native = "ResourceVariable", "Parameter"  # of TensorFlow, of torch
    lost += [name for name, value in vars(layer).items() if type(value).__name__ in native]
    assert not lost, f"Keras does not know the variable {lost[0]}"

def reference(case):
    """Keras: it trains and saves a wrong layer without a word.
    Mend: compare call with the formula, line by line. Read: testing
    Tries: the call and the reference"""
    case.checked(case.given)

def any_batch_size(case):
    """Keras: the smaller last batch of an epoch, or the first single prediction, fails or is wrong.
    Mend: take the size from ops.shape(x)[0], or ops.reshape to -1. Read: dynamic-shapes
    Tries: a call with another number of samples"""
    constant = ()
    with contextlib.suppress(Exception):  # a later promise tells why there is no model
        constant = [v.shape[:1] == (case.rows,) for v in case.shared[0].outputs]
    for rows in (1, case.rows + 2):
        new = _leaves(case.checked(case.samples(rows)))
        for y, old, fixed in itertools.zip_longest(new, _leaves(case.output), constant):
            follows = y.shape[:1] == (rows,) or old.shape[:1] != (case.rows,) or fixed
            assert follows, f"for {rows} samples the output has the shape {y.shape}"

def any_width(case):
    """Keras: the layer serves this one width, and fails in the next model, far from its cause.
    Mend: take the width from input_shape[-1], in build. Read: build
    Tries: a call with features twice as wide"""
    wide = [v for v in case.arrays if v.dtype.kind == "f" and 1 < v.ndim < 4]  # no images
    def doubled(v):
        return np.concatenate([v, v], -1) if any(v is each for each in wide) else v
    given, layer, failed = tree.map_structure(doubled, case.given), case.fresh(), None
    try:
        outputs = _leaves(case.run(layer, given))
    except Exception as error:
        failed, outputs = error, []
    for y, old in zip(outputs, _leaves(case.output)):
        assert y.shape[:1] == old.shape[:1], f"of features twice as wide it makes {len(y)} samples"
    said = f"{case.kwargs} {case.fresh().get_config()} {inspect.signature(case.cls.__init__)}"
    widths = {v.shape[-1] for v in wide} - {int(n) for n in re.findall(r"\d+", said)}
    for v, w in zip(layer.weights, case.ready().weights):
        written = v.shape == w.shape and widths.intersection(v.shape)
        assert not (failed and written), \
            f"features twice as wide raise {failed}, and {v.path} has still the shape {(*v.shape,)}"
    with contextlib.suppress(ValueError, IndexError):  # of a reference for one width
        failed or case.checked(given, layer)

def instances_independent(case):
    """Keras: training one changes the other, or weights start as twins, and learn less.
    Mend: state in build, no object as default, an initializer for each weight. Read: weights
    Tries: making the layer twice"""
    for name, parameter in inspect.signature(case.cls.__init__).parameters.items():
        if isinstance(parameter.default, keras.Initializer):
            seed = parameter.default.get_config().get("seed", 0)
            assert seed is not None, f"all instances share the default of '{name}', and its values"
    one, two = (case.built().weights for _ in range(2))
    own = len(one) == len(two) and not {id(v) for v in one} & {id(v) for v in two}
    assert own, f"a second instance does not have {len(one)} weights of its own"
    drawn = [(v.path, a) for v, a, b in zip(one, *map(_numpy, ([v.value for v in one], [v.value for v in two])))
             if v.trainable and not np.array_equal(a, b)]
    for (v, a), (w, b) in itertools.combinations(drawn, 2):
        assert not np.array_equal(a, b), f"{v} and {w} start with the same random values"

def builds_from_lists(case):
    """Keras: load_model, which passes shapes as lists, fails or makes other weights.
    Mend: write (*input_shape[:-1], n); let build build all inner layers. Read: build
    Tries: build with the shape as a list"""
    if case.cls.build not in (keras.Layer.build, keras.Model.build):  # else a call builds, rightly
        layer, again = case.built(), case.fresh()
        again.build_from_config(json.loads(json.dumps(layer.get_build_config())))
        one, two = ([tuple(v.shape) for v in each.weights] for each in (layer, again))
        assert one == two, f"a call makes weights of shapes {one}, build with a list makes {two}"

def symbolic_equals_real(case):
    """Keras: it trusts what it is told: summary() and later layers are wrong, or no model is made.
    Mend: let compute_output_shape or _spec say what call does, or drop it. Read: output-shape
    Tries: layer(keras.Input(…))"""
    case.assert_announced(case.shared[0], case.output)

def state_updates(case):
    """Keras: the state is lost, or changes in a call and not in fit.
    Mend: self.total.assign(...), never self.total = ..., whatever the tensor. Read: state
    Tries: a call with training=True, and a step of fit"""
    called, layer = case.ready(), case.fresh()
    if shapes := called.get_build_config():
        layer.build_from_config(shapes)
    held, kept = ({name for name, value in vars(each).items() if isinstance(value, keras.Variable)}
                  for each in (layer, called))
    assert held <= kept, f"a call replaced the variable {held - kept} by a tensor"
    if BACKEND != "numpy" and called.non_trainable_weights:
        case.run(called, training=True)
        state = {id(v) for v in called.non_trainable_weights}
        for v, fitted in zip(called.variables, case.trained[0]):
            same = id(v) not in state or _same(v.value, fitted)
            assert same, f"a step of fit and a call with training=True leave {v.path} different"

def summary_shows_shapes(case):
    """Keras: summary() of a subclassed model passes compute_output_shape the names of build.
    Mend: let both take the same argument names, and return a shape. Read: output-shape
    Tries: summary() of a model that holds the layer"""
    if case.cls.compute_output_shape is not keras.Layer.compute_output_shape:
        holder, lines = keras.Model(), []
        holder.held, holder.built = case.built(), True
        holder.summary(print_fn=lines.append)
        shown = "?" not in "".join(lines) or not holder.held.get_build_config()
        assert shown, "summary() shows '?' for its output shape"

def mixed_float16(case):
    """Keras: under this policy it fails, is not finite, or gives another dtype than announced.
    Mend: make constants with ops.cast(c, x.dtype), and none beyond 6e4. Read: dtypes
    Tries: a call under the policy"""
    if "dtype" in case.kwargs or not keras.backend.is_float_dtype(case.fresh().compute_dtype):
        return  # its policy is its own
    for policy in case.policies:
        outer, base = keras.config.dtype_policy(), {"dtype": policy} if "dtype" in case.base else {}
        keras.config.set_dtype_policy(policy)  # for inner layers
        try:
            layer = case.ready(**base)
            outputs = [case.run(layer)]
            case.assert_announced(case.model(**base)[0], outputs[0])
            if case.uses_mask:
                outputs.append(case.run(layer, case.padded()))
        finally:
            keras.config.set_dtype_policy(outer)
        for output, masked in zip(outputs, ("", " with a mask")):
            for y, small in zip(_leaves(case.output), _leaves(output)):
                finite = small.dtype.kind in "OSU" or np.isfinite(np.asarray(small, "complex64")).all()
                assert finite or not np.isfinite(y).all(), f"the output in {policy}{masked} is not finite"

def mask(case):
    """Keras: padding counts as data, or later layers see no mask, or one of another shape.
    Mend: supports_masking = True, or let compute_mask give None if call uses it. Read: masking
    Tries: a call with inputs that carry a mask"""
    steps, layer = {a.shape[1] for a in case.arrays if a.ndim > 2}, case.ready()
    uses = case.uses_mask
    if not steps or not (uses or layer.supports_masking or case.masked):
        return
    assert layer.supports_masking, "it neither passes its mask on nor says that it is used up"
    outputs = []
    for kept in (True, False):
        _put(layer.variables, case.values)
        args, named = case.padded(kept)
        outputs.append(_leaves(layer(*args, **{"training": False, **named})))
    for y, other in zip(*outputs):
        passed, y, other = _mask_of(y), _numpy(y), _numpy(other)
        fits = passed is None or tuple(passed.shape) == y.shape[:len(passed.shape)]
        assert fits, f"its output of shape {y.shape} carries a mask of shape {passed.shape}"
        for axis in range(1, y.ndim):  # what it says of the masked step itself is free
            if y.shape[axis] in steps:
                y, other = (np.delete(v, -1, axis) for v in (y, other))
        assert not uses or _same(y, other), "values at masked steps change the output"
    if uses:
        _put(layer.variables, case.values)
        for y, plain in zip(_leaves(case.run(layer, case.padded(whole=1))), _leaves(case.output)):
            finite = np.isfinite(y).all() or not np.isfinite(plain).all()
            assert finite, "a sample that is wholly masked makes the output nan or infinite"

def training(case):
    """Keras: noise or drift in predictions, or plain layer(x) fails.
    Mend: call(self, x, training=None); random draws and updates only if true. Read: training
    Tries: calls with training=False"""
    if parameter := case.parameters.get("training"):
        layer = case.ready()
        before = _numpy([v.value for v in layer.weights])
        outputs = [case.run(layer) for _ in range(2)]
        still = getattr(layer, "stateful", False) or _same(before, [v.value for v in layer.weights])
        assert still, "training=False changes weights, and `layer.stateful` is not True"
        assert case.random or _same(*outputs), \
            "two calls with training=False differ; if they must, say random=True"
        if parameter.default is True and not case.by_keras:
            loud, quiet = (case.behaviour(layer)[i] for i in (2, 0))
            assert _same(loud, quiet) and _same(before, [v.value for v in layer.weights]), \
                "the default of `training` is neither None nor False"

def seeds(case):
    """Keras: an experiment cannot be repeated, or each call draws the same numbers.
    Mend: make a keras.random.SeedGenerator(seed) in __init__; pass it to each draw. Read: random
    Tries: calls after set_random_seed"""
    runs = []
    for _ in range(2):
        keras.utils.set_random_seed(7)
        layer = case.fresh()
        runs.append([case.run(layer, training=True) for _ in range(2)])
    assert _same(*runs), "made and called after the same set_random_seed, two instances differ"
    assert not case.random or not _same(*runs[0]), \
        "two calls with training=True draw the same; if nothing is drawn, say random=False"
    seed, pair = case.kwargs.get("seed"), (case.built(), case.built())
    one, two = ([v.value for v in layer.variables if "seed" in v.path] for layer in pair)
    assert seed is None or _same(one, two), f"two instances with seed={seed} draw differently"

def file_round_trip(case):
    """Keras: a saved model cannot be loaded, or comes back as another one.
    Mend: register classes and functions; build inner layers in build. Read: saving
    Tries: model.save, then load_model"""
    model, layer = case.model(**{k: v for k, v in case.base.items() if k != "dtype"})
    with tempfile.TemporaryDirectory() as folder:
        model.save(f"{folder}/model.keras")
        again = keras.models.load_model(f"{folder}/model.keras")
    case.assert_kept((model, layer), (again, again.layers[model.layers.index(layer)]))

def weights_round_trip(case):
    """Keras: load_weights says nothing, and the layer is another than the saved one.
    Mend: keep what is drawn or learnt in weights, not in attributes. Read: saving-state
    Tries: model.save_weights, then load_weights"""
    name = {k: v for k, v in case.base.items() if k == "name"}
    saved, loaded = case.model(**name), case.model(**name)
    _put(loaded[1].variables, [0 * value for value in case.values])
    with tempfile.TemporaryDirectory() as folder:
        saved[0].save_weights(f"{folder}/model.weights.h5")
        loaded[0].load_weights(f"{folder}/model.weights.h5")
    case.assert_kept(saved, loaded)

def compiled_equals_eager(case):
    """Keras: fit and predict, which compile the layer, fail or compute other than layer(x).
    Mend: keras.ops, ops.cond; self.supports_jit = False, if XLA cannot. Read: control-flow
    Tries: predict of a model"""
    model, layer = case.shared
    texts = any(a.dtype.kind in "OSU" for a in case.arrays)
    able = not texts and all(v.supports_jit for v in layer._flatten_layers())
    jits = {BACKEND == "jax", BACKEND in ("tensorflow", "jax") and able}
    if case.sliced and not case.in_batches:
        jits -= {BACKEND == "jax"}  # it was right there
    draws = layer.variables[len(layer.weights):] and not _same(case.run(layer), case.run(layer))
    for jit in jits:
        _put(layer.variables, case.values)
        model.compile(jit_compile=jit)
        said = model.predict_on_batch([ops.convert_to_tensor(a) for a in case.arrays])
        assert _same(said, case.output) or jit and draws, \
            f"predict with jit_compile={jit} differs from a call"

def unknown_batch_size(case):
    """Keras: fit and predict fail as soon as the last batch of an epoch is smaller.
    Mend: ops.shape(x)[0] in place of x.shape[0], len(x) and Python loops. Read: dynamic-shapes
    Tries: predict and fit in batches of two sizes"""
    if case.sliced and case.in_batches:
        raise case.in_batches
    if case.trains or "training" in case.parameters:
        late = None
        with contextlib.suppress(Exception):  # weights-learn tells what fails with any batch
            late = case.trained[1]
        if late:
            raise late

def any_length(case):
    """Keras: batches of other lengths fail, or get the answer for the first length.
    Mend: let call ask ops.shape(x)[1]; keep no length from build in self. Read: dynamic-shapes
    Tries: a model of keras.Input((None, …)), and a shorter batch"""
    long = {a.shape[1] for a in case.arrays if a.ndim > 2 or a.ndim == 2 and a.dtype.kind in "iub"}
    def cut(v):
        return v[:, :-1] if _array(v) and v.ndim > 1 and v.shape[1] in long else v
    given, layer, again = tree.map_structure(cut, case.given), case.ready(), case.fresh()
    try:
        assert long and min(long) > 1
        output, _ = case.run(layer, given), case.run(again, given)
        shapes = [[tuple(v.shape) for v in each.variables] for each in (layer, again)]
        assert shapes[0] == shapes[1]
        model, inner = case.model(free=(1,))
    except Exception:  # it has one length, and says so
        return
    _put(again.variables, case.values)
    facts = f"built for {max(long)} steps and called with {max(long) - 1}, it"
    assert _same(case.run(again, given), output), f"{facts} differs from one built for these"
    case.assert_announced(model, output)
    said = model.predict_on_batch([a for a in tree.flatten(given) if _array(a)])
    assert _same(said, output), f"{facts} differs from predict"

def gradients(case):
    """Keras: fit follows another slope than that of the formula, and learns slowly or wrongly.
    Mend: check your own gradient by finite differences; stop_gradient is no fault. Read: gradients
    Tries: the gradient of the output"""
    if BACKEND not in STOP:
        return
    flat, layer = tree.flatten(case.given), case.ready()
    spots = [i for i, v in enumerate(flat) if _array(v) and v.dtype.kind == "f"]
    weights, draw = layer.trainable_variables, np.random.default_rng(2).normal
    start = [flat[i] for i in spots] + [_numpy(v.value) for v in weights]
    moves = [(draw(size=a.shape) * (1 + np.abs(a).mean())).astype(a.dtype) for a in start]
    def outputs(points):
        leaves = list(flat)
        for i, point in zip(spots, points):
            leaves[i] = point
        args, named = tree.pack_sequence_as(case.given, leaves)
        with keras.StatelessScope(state_mapping=list(zip(weights, points[len(spots):]))):
            y = layer(*args, **{"training": False, **named})
        return [v for v in _leaves(y) if _is_float(v)]
    with unittest.mock.patch(STOP[BACKEND], lambda x: x):  # a gradient that is cut on purpose
        sizes = [draw(size=y.shape).astype("float32") for y in outputs(start)]
        if not sizes or not start:
            return
        def total(points):
            return sum(ops.sum(ops.cast(y, "float32") * s) for y, s in zip(outputs(points), sizes))
        slopes = [np.sum(_numpy(ops.convert_to_tensor(g)) * m) for g, m in zip(_gradient(total, start), moves)]
        def wrong(chosen):
            def slope(h):
                ends = [[a + sign * h * m if i in chosen else a
                         for i, (a, m) in enumerate(zip(start, moves))] for sign in (1, -1)]
                up, down = ([np.asarray(y, "float64") for y in _numpy(outputs(end))] for end in ends)
                return sum(np.sum((u - d) * s) for u, d, s in zip(up, down, sizes)) / 2 / h
            said, real, other = sum(slopes[i] for i in chosen), slope(2e-3), slope(1e-3)
            sure = abs(real - other) < .02 * abs(real) and said * real > 0
            return sure and abs(said - real) > .1 * abs(real)
        groups = set(range(len(spots))), set(range(len(spots), len(start)))
        for each in [i for group in groups if group and wrong(group) for i in group]:
            place = f"input {each + 1}" if each < len(spots) else weights[each - len(spots)].path
            assert not wrong({each}), f"the gradient for {place} is not the slope of the output"

def weights_learn(case):
    """Keras: the weight keeps its first value for ever.
    Mend: let call use it, with no argmax or rounding; or trainable=False. Read: gradients
    Tries: a step of fit"""
    if case.trains:
        ends = zip(case.ready().variables, case.values, case.trained[0])
        still = [v.path for v, start, end in ends if v.trainable and np.array_equal(start, end)]
        assert not still, f"a step of fit does not move {still}; skip it, if these inputs cannot"

STOP = {"tensorflow": "tensorflow.stop_gradient", "jax": "jax.lax.stop_gradient"}

def _gradient(function, points):
    points = [ops.convert_to_tensor(point) for point in points]
    if BACKEND == "jax":
        return __import__("jax").grad(function)(points)
    with __import__("tensorflow").GradientTape() as tape:
        tape.watch(points)
        total = function(points)
    return tape.gradient(total, points, unconnected_gradients="zero")

PROMISES = {check.__name__.replace("_", "-"): check for check in (
    runs, returns_tensors, base_arguments, config_has_every_argument, config_rebuilds, same_again,
    weights_are_tracked, reference, any_batch_size, instances_independent, any_width,
    builds_from_lists, symbolic_equals_real, state_updates, summary_shows_shapes, mixed_float16,
    mask, training, seeds, file_round_trip, weights_round_trip, compiled_equals_eager,
    unknown_batch_size, any_length, gradients, weights_learn)}
NEED_CONFIG = {"config-has-every-argument", "config-rebuilds", "file-round-trip"}
NEED_GRAPH = {"unknown-batch-size", "any-length", "gradients", "weights-learn"}
NEED_MODEL = {"state-updates", "mixed-float16", "file-round-trip", "weights-round-trip",
              "compiled-equals-eager", *NEED_GRAPH}
HIDES = {  # what a layer that breaks the one can't but break, too
    "runs": {*PROMISES}, "returns-tensors": {*PROMISES}, "same-again": {*PROMISES},
    "base-arguments": NEED_CONFIG, "config-has-every-argument": NEED_CONFIG,
    "config-rebuilds": NEED_CONFIG, "symbolic-equals-real": NEED_MODEL,
    "compiled-equals-eager": NEED_GRAPH, "any-batch-size": {"unknown-batch-size"}}

"""A contract for your own Keras layer: copy this file into your project, then write in any test

    check_layer(MyDense, {"units": 4}, (3,), reference=lambda x, w, b: x @ w + b)

Needs NumPy and Keras, from 3.4 on; any backend. Give arguments that differ from the defaults: a
rate of 0 hides a forgotten rate. Masks, training and XLA are judged by what the layer declares."""
import contextlib, functools, inspect, io, itertools, json, re, tempfile, unittest.mock, warnings

import keras
import numpy as np
from keras import backend, ops, tree

BOOK = "https://example.com/keras-layers/en/"
BACKEND = backend.backend()
BASE = {"name": "given", "trainable": False, "dtype": "mixed_float16"}  # what every layer takes
CRASH = "Keras: this error was raised where the promise was tried.\nMend: follow the error; " \
        "often: {}\nElse: skip={{'{}'}}, if your layer need not keep this promise."

class BrokenPromise(AssertionError):
    """A promise that a layer breaks; `promise` is its stable name, one of `PROMISES`."""
    def __init__(self, promise, layer, error):
        self.promise = promise
        text, page = inspect.cleandoc(PROMISES[promise].__doc__).split(" Read: ")
        wrong = re.sub(r"\x1b\[\d*m|\s+Arguments received by (.|\n)*", "", str(error)).strip()
        if len(wrong) > 600:  # the last line is often the cause
            wrong = f"{wrong[:300]} … {wrong.splitlines()[-1][-300:]}"
        if not isinstance(error, AssertionError):  # a crash, which may need another cure
            wrong, often = f"{type(error).__name__}: {wrong}", text.split("Mend: ")[1]
            text = text if promise == "runs" else CRASH.format(often, promise)
        super().__init__(f"{layer} breaks '{promise}': {wrong}\n{text}\nRead: {BOOK}{page}/")

def check_layer(layer_class, kwargs, inputs, **facts):
    """Raises the first promise that `layer_class(**kwargs)` breaks; `facts`: see below."""
    for broken in broken_promises(layer_class, kwargs, inputs, first=True, **facts):
        raise broken

def broken_promises(layer_class, kwargs, inputs, *, skip=(), first=False, **facts):
    """All broken promises, in the order of `PROMISES`, or only the first.

    kwargs:    constructor arguments by name, also a list for `*units`; layers in it are made anew.
    inputs:    an array, or a shape without the batch axis, as `(3,)`, for random floats; a list or
               dict of these if `call` takes one; a tuple if `call` takes several arguments, where
               None, a number, a bool or a string stays as it is; or a function that gives all this
               for a number of samples, if another axis is as long as the batch.
    call:      a dict, or such a function, of what `call` takes by name: `{"value": (5, 3)}`,
               `{"use_causal_mask": True}`; `inputs` is None, if it takes everything by name.
    reference: NumPy function of the inputs, then of all weights in the order of `layer.weights`;
               an argument that is named like one of `call` gets that.
    prepare:   called with each new layer before its use, as `lambda layer: layer.adapt(data)`.
    random:    True if each call with training=True must draw anew, and one without may.
    masked:    True if the layer must use or pass on a mask; implied by inputs that carry one.
    policies:  dtype policies under which the layer must compute, else only mixed_float16.
    skip:      names of promises that this layer need not keep."""
    if not __debug__:
        raise RuntimeError("python -O takes out assertions, and with them all promises")
    if unknown := set(skip) - set(PROMISES):
        raise ValueError(f"{unknown} not in {list(PROMISES)}")
    case, broken, skip = Case(layer_class, kwargs, inputs, **facts), [], set(skip)
    for name in PROMISES:
        if name not in skip and not (first and broken):
            with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()), case.scope:
                warnings.simplefilter("ignore")
                _, error = _tried(lambda: PROMISES[name](case))
            if error:
                broken.append(BrokenPromise(name, layer_class.__name__, error))
                skip |= HIDES.get(name, set())
                vars(case).pop("first", None)  # a layer that may be spoilt
    return broken

def _leaves(values, kind=object):
    return [v for v in tree.flatten(values) if v is not None and isinstance(v, kind)]
def _arrays(new, *nests):  # a nest like these, with its arrays changed
    return tree.map_structure(lambda v, *w: new(v, *w) if isinstance(v, np.ndarray) else v, *nests)
def _tensors(given):
    return [*map(ops.convert_to_tensor, _leaves(given, np.ndarray))]
def _numpy(nest):
    return tree.map_structure(lambda v: ops.convert_to_numpy(v) if hasattr(v, "dtype") else v, nest)
def _dtype(v):
    text = getattr(v.dtype, "kind", "f") in "OSU"  # of NumPy
    return "string" if text else backend.standardize_dtype(v.dtype)
def _floats(values):
    return [v for v in _leaves(values) if backend.is_float_dtype(_dtype(v))]
def _finite(values):
    return all(np.isfinite(np.asarray(value, float)).all() for value in _floats(_numpy(values)))
def _same(*both):  # in structure, shapes and, but for rounding, in values
    def close(a, b):
        if a.shape != b.shape or a.dtype.kind in "OSU":
            return np.array_equal(a, b)
        near = (2e-2, 4e-2) if a.dtype.itemsize == 2 else (1e-3, 1e-4)  # halves cancel badly
        return np.allclose(a.astype(complex), b.astype(complex), *near, equal_nan=True)
    one, two = ([*map(np.asarray, _leaves(_numpy(values)))] for values in both)
    return len(one) == len(two) and all(map(close, one, two))
def _put(variables, values):
    for variable, value in zip(variables, values, strict=True):
        variable.assign(value)
def _facts(layer):
    return {"name": layer.name, "trainable": layer.trainable, "dtype": layer.dtype_policy.name}
def _told(layer, name):  # of what an output need not show
    plain = str, int, float, keras.Initializer, keras.Regularizer, keras.constraints.Constraint
    value = _facts(layer).get(name, getattr(layer, name, None))
    return keras.saving.serialize_keras_object(value) if isinstance(value, plain) else None
def _mask_of(tensor):  # the mask that it carries, or None
    seen = []
    keras.layers.Lambda(ops.copy, mask=lambda _, m: seen.append(m), dtype=_dtype(tensor))(tensor)
    return seen[0]
def _tried(make):  # what it makes, or its error
    try:
        return make(), None
    except Exception as error:
        return None, error
def _anew(value, default):  # a layer like it, under the policy of today where it had the default
    with contextlib.suppress(Exception):  # what is no layer, or Keras can't copy, is used as it is
        was, new = (json.dumps({"name": n}) for n in (default, keras.config.dtype_policy().name))
        config = json.dumps(keras.saving.serialize_keras_object(value)).replace(was, new)
        layer = keras.saving.deserialize_keras_object(json.loads(config), safe_mode=False)
        layer.set_weights(value.get_weights())
        return layer
    return value

class Case:
    """A layer under test: makes instances of it, and keeps what several promises look at."""
    def __init__(self, cls, kwargs, inputs, *, call=None, reference=None, prepare=id,
                 random=False, masked=False, policies=("mixed_float16",)):
        self.cls, self.kwargs, self.asked, self.prepare = cls, kwargs, (inputs, call or {}), prepare
        self.reference, self.random, self.policies = reference, random, policies
        self.default = keras.config.dtype_policy().name
        self.by_keras = str(inspect.unwrap(cls.call).__module__).startswith("keras.src.")
        self.lent = [each for v in _leaves(kwargs, keras.Layer) for each in v._flatten_layers()]
        stateful = [kwargs.get("stateful"), *(getattr(v, "stateful", 0) for v in self.lent)]
        self.fixed = self.by_keras and any(stateful)  # to one number of samples
        self.parameters, self.rows = inspect.signature(cls.call).parameters, 6
        self.given = self.samples(6)
        self.arrays = _leaves(self.given, np.ndarray)
        self.rows = next((len(array) for array in self.arrays if array.ndim), 6)
        masks = [_mask_of(each) for each in tree.flatten(self.asked) if ops.is_tensor(each)]
        self.masked = masked or bool(_leaves(masks))
        self.scope = keras.saving.CustomObjectScope(
            {each.__name__: each for each in [*map(type, self.lent), cls]})
        self.steps = {array.shape[1] for array in self.arrays if array.ndim == 3}
        masks = {"mask", *(f"{name}_mask" for name in self.parameters)} - {*self.given[1]}
        self.uses_mask = self.steps and not self.by_keras and masks & {*self.parameters}
    def samples(self, rows):  # what call takes by position and by name
        seeds, free = itertools.count(), not any(map(callable, self.asked))
        rows = self.rows if self.fixed else rows
        def filled(spec):
            if isinstance(spec, tuple) and all(type(size) is int for size in spec):
                draw = np.random.default_rng(next(seeds))
                return draw.normal(size=(rows, *spec)).astype("float32")
            if isinstance(array := _numpy(spec), np.ndarray):
                follows = free and array.shape[:1] == (self.rows,)
                return np.resize(array, (rows, *array.shape[1:])) if follows else array
        args, named = (tree.traverse(filled, v(rows) if callable(v) else v) for v in self.asked)
        return (args if isinstance(args, tuple) else () if args is None else (args,)), named
    def call(self, layer, given=None, training=False):
        self.fixed and layer.built and layer.reset_state()
        args, named = _arrays(  # a masked one, of NumPy, stays itself
            lambda v: v if ops.is_tensor(v) else ops.convert_to_tensor(v), given or self.given)
        flag = {} if training is None else {"training": training}  # pinned, it would be obeyed
        return layer(*args, **{**flag, **named})
    def made(self, **base):  # layers among its arguments are new, too
        kwargs = tree.map_structure(lambda value: _anew(value, self.default), self.kwargs)
        takes = inspect.signature(self.cls.__init__).parameters.values()
        listed = [v for p in takes if p.kind is p.VAR_POSITIONAL for v in kwargs.pop(p.name, ())]
        return self.cls(*listed, **{**kwargs, **base})
    def new(self, **base):  # to be called
        layer = self.made(**base)
        self.prepare(layer)
        return layer
    def other(self, **base):  # the same case of a layer that is made with these arguments, too
        (inputs, call), kwargs = self.asked, {**self.kwargs, **base}
        other = Case(self.cls, kwargs, inputs, call=call, prepare=self.prepare)
        other.values = self.values
        return other
    def ready(self, layer):  # built by a call, with `values` in its variables
        if len(self.values) > len(layer.variables) or not layer.built:
            self.call(layer)
        _put(layer.variables[:len(self.values)], self.values)
        return layer
    def compiled(self, method, jit=BACKEND == "jax"):  # of the model; it begins with `values`
        layer, model = self.shared[1], keras.Model(self.shared[0].inputs, self.shared[0].outputs)
        def loss(x, y, y_pred, *_, **__):  # in which each value of the output has its own weight
            flat = [ops.cast(ops.reshape(y, (-1,)), "float32") for y in _floats(y_pred)]
            ends = [ops.mean(y * ops.cos(ops.cumsum(ops.ones_like(y)))) for y in flat]
            return sum(ends + [ops.cast(each, "float32") for each in model.losses], ops.zeros(()))
        model.compute_loss = loss
        model.compile(keras.optimizers.SGD(1e4), jit_compile=jit)  # the least gradient shows
        def run(given):
            _put(layer.variables, self.values)
            return getattr(model, method)(_tensors(given))
        return run
    def checked(self, given, layer=None, fits=True):  # the output; it is that of the reference
        layer, (args, named) = layer or self.layer, given
        output, weights = _numpy(self.call(layer, given)), _numpy(layer.weights)
        if self.reference:
            takes = inspect.signature(self.reference).parameters if named else ()
            named = {name: value for name, value in named.items() if name in takes}
            said, error = _tried(lambda: self.reference(*args, *weights, **named))
            has = f"{len(args)} inputs and {len(weights)} weights"
            assert not (error and fits), f"the layer has {has}; the reference: {error}"
            same = error or _same(said, output)
            assert same, f"the output is\n{output}\nbut the reference says\n{said}"
        return output
    def behaviour(self, layer):  # outputs and losses of a call without training, and of one with it
        shown = []
        for training in (False, True):
            self.ready(layer)
            BACKEND == "torch" and __import__("torch").manual_seed(0)  # for an unseeded Dropout
            shown.append(_numpy((self.call(layer, training=training), layer.losses)))
        return shown
    first = functools.cached_property(lambda case: case.new())
    layer = property(lambda case: case.ready(case.first))  # one for all, each time with `values`
    output = functools.cached_property(lambda case: _numpy(case.call(case.layer)))
    others = functools.cached_property(lambda case: case.samples(case.rows + 2))
    base = functools.cached_property(  # what of `BASE` the constructor takes; it may refuse a dtype
        lambda case: {name: BASE[name] for name in BASE.keys() - case.kwargs.keys()
                      if not _tried(lambda: case.made(**{name: BASE[name]}))[1]})
    @functools.cached_property
    def values(self):  # floats are shifted, so that no bias of 0 can hide
        self.call(self.first)
        draw, floats = np.random.default_rng(0).uniform, {*map(id, _floats(self.first.weights))}
        values = [(_numpy(v), id(v) in floats) for v in self.first.variables]
        return [(v + draw(.1, .5, v.shape) * shift).astype(v.dtype) for v, shift in values]
    @functools.cached_property
    def shared(self):  # a model of a new layer, and this; axes that differ in `others` are free
        def symbol(array, other):
            shape = [n if n == m else None for n, m in zip(array.shape, other.shape)]
            return keras.Input(batch_shape=shape, dtype=_dtype(array))
        layer, symbols = self.new(), _arrays(symbol, self.given, self.others)
        outputs = _leaves(self.call(layer, symbols, training=None))
        _put(layer.variables, self.values)
        return keras.Model(_leaves(symbols, keras.KerasTensor), outputs), layer
    @functools.cached_property
    def trained(self):  # all variables after a step of fit, and what makes a further one
        step = self.compiled("train_on_batch")
        step(self.given)
        return _numpy(self.shared[1].variables), step
    def padded(self, kept=True, whole=0):  # the last step masked, zero unless kept; some wholly
        def masked(array):
            steps = np.arange(array.shape[1]) < array.shape[1] - 1
            mask = ops.convert_to_tensor(steps & (np.arange(self.rows) >= whole)[:, None])
            array = array if kept else (array * steps[:, None]).astype(array.dtype)
            return keras.layers.Lambda(ops.copy, mask=mask)(array)
        return _arrays(lambda v: masked(v) if v.ndim == 3 else v, self.given)  # images have none
    def assert_announced(self, real):  # shapes and dtypes
        outputs, real = self.shared[0].outputs, _leaves(_numpy(real))
        assert len(outputs) == len(real), f"Keras announces {len(outputs)} outputs, not {len(real)}"
        for said, y in zip(outputs, real):
            known = tuple(m if n is None else n for n, m in zip(said.shape, y.shape))
            told, dtype = _dtype(said), _dtype(y)
            right = known == y.shape and len(said.shape) == y.ndim and (
                told == dtype or BACKEND == "torch" and "16" in dtype)  # there, told as float32
            facts = f"shape {said.shape} of {told}, the output has shape {y.shape} of {dtype}"
            assert right, f"Keras announces {facts}"
    def assert_kept(self, *pairs):  # in a file: a model and the layer in it, before and after
        (_, old), (_, new) = pairs
        folded = any(getattr(each, "lora_enabled", False) for each in old._flatten_layers())
        for v, w in () if folded else zip(old.weights, new.weights, strict=True):
            assert _same(v, w), f"the weight {v.path} is not the saved one"
        models = [model for model, layer in pairs if folded or self.ready(layer)]
        assert _same(*(m(_tensors(self.given)) for m in models)), "it answers otherwise than before"

def runs(case):
    """Keras: every use of the layer fails in the same way.
    Mend: follow the error. __init__ gets kwargs; call gets inputs and call={…}. Read: call"""
    case.output

def returns_tensors(case):
    """Keras: a model of the layer has no output, or cannot be made.
    Mend: end call with a return, and make what it returns with ops. Read: call"""
    output = _leaves(case.call(case.layer))
    assert output, "call returns None: it does not end with a `return`"
    for each in output:
        assert ops.is_tensor(each), f"call returns a {type(each).__name__}, which is no tensor"

def base_arguments(case):
    """Keras: nobody can name, freeze or cast the layer; load_model fails, or loses these three.
    Mend: take **kwargs in __init__, and hand them to super().__init__(**kwargs). Read: init"""
    bare = not case.layer.weights  # with nothing to freeze or cast
    idle = bare and (case.by_keras or "trainable" not in case.base)
    wanted = {**BASE, "dtype": case.base.get("dtype", case.layer.dtype_policy.name)}  # or its own
    for name in ["name"] if idle else [name for name in BASE if name not in case.kwargs]:
        kept = _facts(case.made(**{name: wanted[name]}))[name]
        assert kept == wanted[name], f"made with {name}={wanted[name]!r} it has {name}={kept!r}"

def config_has_every_argument(case):
    """Keras: loading fails or, if the argument has a default, silently takes the default.
    Mend: return {**super().get_config(), "units": self.units}, with every argument. Read: config"""
    config = (layer := case.made(**case.base)).get_config()
    assert config is not None, "get_config returns None: it does not end with a `return`"
    lost = [name for name in [*BASE, *case.kwargs] if name not in config]
    missing = f"get_config() has no key {', '.join(map(repr, lost))}"
    if lost:  # rightly, if a copy is the same
        again, error = _tried(lambda: case.cls.from_config(config))
        assert not error, f"{missing}, and from_config raises {error}"
        for one, two in [(_told(layer, name), _told(again, name)) for name in lost]:  # or an alias
            assert one == two or one in config.values(), f"{missing}: {one!r} comes back as {two!r}"
        again = case.cls.from_config(case.made().get_config())
        case.prepare(again)
        same = _same(case.behaviour(case.first), case.behaviour(again))
        assert same, f"{missing}, and a copy made from it answers otherwise"

def config_rebuilds(case):
    """Keras: clone_model and load_model fail or give another layer, or the config is no JSON.
    Mend: give plain values, as int(n) or keras.activations.serialize(f). Read: config"""
    config = (layer := case.made(**case.base)).get_config()
    held, before = case.kwargs.keys() & config, json.dumps(config)
    after = json.dumps((again := case.cls.from_config(config)).get_config())
    same = re.sub(r'_\d+"', '"', after) == re.sub(r'_\d+"', '"', before)  # but for names
    assert same, f"the config {before} becomes {after} after from_config"
    for name, one, two in [(name, _told(layer, name), _told(again, name)) for name in held]:
        assert one == two, f"get_config() writes another {name!r}: {one!r} comes back as {two!r}"

def same_again(case):
    """Keras: what call makes or remembers is not trained, not saved, and frozen in a graph.
    Mend: make state in __init__ or build; draw with a SeedGenerator that self holds. Read: call"""
    before, same = {**vars(case.first)}, _same(*(case.behaviour(case.first) for _ in range(2)))
    anew = (f"; each sets self.{name} anew" for name, v in vars(case.first).items()
            if name[0] != "_" and v is not before.get(name))
    assert same, f"two calls with the same inputs and the same variables differ{''.join(anew)}"
    assert len(case.first.variables) == len(case.values), "a second call adds variables"

def weights_are_tracked(case):
    """Keras: the variable is in no list of weights, so it is not trained, saved or loaded.
    Mend: self.add_weight, or self.inner = its layer, in __init__ or build. Read: weights"""
    scope, layer, read = keras.StatelessScope(), case.layer, []
    current = scope.get_current_value
    scope.get_current_value = lambda variable: read.append(variable) or current(variable)
    with scope:
        case.call(layer, training=True)
    known = {id(v) for each in [layer, *case.lent] for v in each.variables + each.metrics_variables}
    lost = [v.path for v in _floats(read) if id(v) not in known and not case.fixed]
    lost += [name for name, v in vars(layer).items() if type(v).__name__ == "ResourceVariable"]
    assert not lost, f"Keras does not know the variable {lost[0]}"

def reference(case):
    """Keras: it trains and saves a wrong layer without a word.
    Mend: compare call with the formula, line by line. Read: testing"""
    case.checked(case.given)

def any_batch_size(case):
    """Keras: the smaller last batch of an epoch, or the first single prediction, fails or is wrong.
    Mend: take the size from ops.shape(x)[0], or ops.reshape to -1. Read: dynamic-shapes"""
    announced = _tried(lambda: case.shared[0].outputs)[0] or ()  # a later promise tells why not
    for rows in (1, case.rows + 2):
        new, old = _leaves(case.checked(case.samples(rows))), _leaves(case.output)
        for y, before, said in itertools.zip_longest(new, old, announced):
            follows = y.shape[:1] == (rows,) or before.shape[:1] != (case.rows,)
            alone = said is not None and said.shape == before.shape == y.shape  # a table
            assert follows or alone, f"for {rows} samples the output has the shape {y.shape}"
        finite = rows > 1 or _finite(new) or not _finite(old)
        assert finite, "for one sample, which is fine among others, the output is not finite"
    again = case.other()
    again.given = case.others
    same = case.random or _same(new, again.call(again.layer))
    same = same or not _same(case.other().output, case.output)  # for another reason
    facts = f"first called with {case.rows} samples and then with {rows}, it"
    assert same, f"{facts} differs from one made for these"

def instances_independent(case):
    """Keras: training one changes the other, or weights start as twins, and learn less.
    Mend: state in build, no object as default, an initializer for each weight. Read: weights"""
    for name, parameter in inspect.signature(case.cls.__init__).parameters.items():
        if isinstance(parameter.default, keras.Initializer):
            seed = parameter.default.get_config().get("seed", 0)
            assert seed is not None, f"all instances share the default of '{name}', and its values"
    one, two = (layer.weights for layer in (case.new(), case.new()) if [case.call(layer)])
    own = len(one) == len(two) and not {*map(id, one)} & {*map(id, two)}
    assert own, f"a second instance does not have {len(one)} weights of its own"
    starts = zip(one, *map(_numpy, (one, two)))
    drawn = [(v.path, a) for v, a, b in starts if v.trainable and not np.array_equal(a, b)]
    for (v, a), (w, b) in itertools.combinations(drawn, 2):
        assert not np.array_equal(a, b), f"{v} and {w} start with the same random values"

def any_width(case):
    """Keras: the layer serves one width, and fails in the next model, far from its cause.
    Mend: take the width from input_shape[-1], in build. Read: build"""
    flat = [id(a) for a in case.arrays if a.dtype.kind == "f" and 1 < a.ndim < 4]  # not images
    wide = _arrays(lambda a: np.concatenate([a, a], -1) if id(a) in flat else a, case.given)
    layer = case.new()
    if not flat or layer.built:  # by prepare
        return
    output, failed = _tried(lambda: _numpy(case.call(layer, wide)))
    lent = [each.get_config() for each in case.lent]
    told = re.findall(r"\d+", f"{case.kwargs}{lent}{inspect.signature(case.cls.__init__)}")
    widths = {array.shape[-1] for array in case.arrays if array.ndim} - {*map(int, told)}
    widths -= {size for array in case.arrays for size in array.shape[1:-1]}  # of another axis, too
    for v, w in zip(layer.weights, case.layer.weights) if failed else ():  # rightly, or
        written = v.shape == w.shape and widths.intersection(v.shape)
        assert not written, f"of twice the width, {v.path} is still {v.shape}: {failed}"
    for y, old in zip(_leaves(output), _leaves(case.output)) if widths else ():  # or it is told
        assert y.shape[:1] == old.shape[:1], f"of twice the width, it gives the shape {y.shape}"
    failed or case.checked(wide, layer, fits=False)  # the reference may be for one width

def builds_from_lists(case):
    """Keras: load_model, which passes shapes as lists, fails or makes other weights.
    Mend: write (*input_shape[:-1], n); let build build all inner layers. Read: build"""
    layer, again = case.layer, case.new()
    if case.cls.build not in (keras.Layer.build, keras.Model.build) and not again.built:
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
    layer, again = case.layer, case.new()
    again.built or again.build_from_config(layer.get_build_config() or {})
    held, kept = ({name for name, value in vars(each).items() if hasattr(value, "assign")}
                  for each in (again, layer))
    assert held <= kept, f"a call replaced the variable {held - kept} by a tensor"
    if BACKEND != "numpy" and (state := {*map(id, layer.non_trainable_weights)}):
        case.call(layer, training=True)
        for v, fitted in zip(layer.variables, case.trained[0]):
            same = id(v) not in state or _same(v, fitted)
            assert same, f"a step of fit and a call with training=True leave {v.path} different"

def summary_shows_shapes(case):
    """Keras: summary() of a subclassed model passes compute_output_shape the names of build.
    Mend: let both take the same argument names, and return a shape. Read: output-shape"""
    if case.cls.compute_output_shape is not keras.Layer.compute_output_shape:
        holder, lines = keras.Model(), []
        holder.held, holder.built = case.layer, True
        holder.summary(print_fn=lines.append)
        known = any((holder.held.get_build_config() or {}).values())
        assert not known or "?" not in "".join(lines), "summary() shows '?' for its output shape"

def mixed_float16(case):
    """Keras: under this policy it fails, is not finite, or gives another dtype than announced.
    Mend: make constants with ops.cast(c, x.dtype), none beyond 6e4 or below 6e-8. Read: dtypes"""
    def finite(case):
        masked = case.uses_mask and case.call(case.layer, case.padded())
        return _finite(case.output) and (not case.uses_mask or _finite(masked))
    outer, own, given = keras.config.dtype_policy(), case.layer, "dtype" in case.kwargs
    able = backend.is_float_dtype(own.compute_dtype) and "_from_" not in own.dtype_policy.name
    for policy in case.policies if able and (given or "dtype" in case.base) else ():
        wide = finite(case.other(dtype="float32") if given else case)
        half = case.other(dtype=policy)
        keras.config.set_dtype_policy(policy)  # for inner layers
        try:
            half.assert_announced(half.output)
            sound = not wide or finite(half)
        except Exception as error:
            if re.search("Could not find device|not implemented for", str(error)):
                continue  # this machine has no such kernel
            raise
        finally:
            keras.config.set_dtype_policy(outer)
        assert sound, f"the output in {policy} is not finite, with a mask or without"

def mask(case):
    """Keras: padding counts as data, or later layers see no mask, or one of another shape.
    Mend: supports_masking = True; if call uses it up, let compute_mask give None. Read: masking"""
    layer, uses = case.layer, case.uses_mask
    if not case.steps or not (uses or layer.supports_masking or case.masked):
        return
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        outputs = [_leaves(case.call(case.layer, case.padded(*options)))
                   for options in ((True,), (False,), (True, 1))]
        short = _arrays(lambda a: a[:, :-1] if a.ndim == 3 else a, case.given)
        without, _ = _tried(lambda: _leaves(_numpy(case.call(case.layer, short))))
    lost = re.search(f"'{layer.name}'[^']*destroy the mask", "".join(str(w.message) for w in told))
    assert not lost, "it neither passes its mask on nor says that it is used up"
    for y, other, whole, less in zip(*outputs, without or outputs[0]):
        passed, y, other = getattr(_mask_of(y), "shape", ()), *_numpy((y, other))
        fits = all(m in (1, n) for m, n in zip(passed, y.shape)) and len(passed) <= y.ndim
        assert fits, f"its output of shape {y.shape} carries a mask of shape {(*passed,)}"
        for axis in [axis for axis in range(1, y.ndim) if y.shape[axis] in case.steps]:
            y, other = (np.delete(each, -1, axis) for each in (y, other))  # free at that step
        assert not uses or _same(y, other), "values at masked steps change the output"
        alike = uses and y.shape == less.shape and (y.ndim < 3 or y.shape != whole.shape)
        assert not alike or case.random or _same(y, less), "a masked step is counted as a step"
        finite = not uses or _finite(whole) or not _finite(y)
        assert finite, "a sample that is wholly masked makes the output nan or infinite"

def training(case):
    """Keras: noise or drift in predictions, or plain layer(x) fails.
    Mend: call(self, x, training=None); random draws and updates only if true. Read: training"""
    if parameter := case.parameters.get("training"):
        layer = case.layer
        before, outputs = _numpy(layer.weights), [_numpy(case.call(layer)) for _ in range(2)]
        stateful = getattr(layer, "stateful", False)
        still = stateful or _same(before, layer.weights)
        assert still, "training=False changes weights, and `layer.stateful` is not True"
        calm = _same(*outputs)
        same = stateful or case.random or calm
        assert same, "two calls with training=False differ; say random=True, if they must"
        if not (stateful or case.by_keras):
            told, plain = ((_numpy(case.call(case.layer, training=flag)), _numpy(layer.losses),
                            _numpy(layer.weights)) for flag in (False, None))
            same = _same(told[2], plain[2]) and (not calm or _same(told, plain))
            assert same, "without `training`, it differs from training=False, or changes weights"

def seeds(case):
    """Keras: an experiment cannot be repeated, or each call draws the same numbers.
    Mend: make a keras.random.SeedGenerator(seed) in __init__; pass it to each draw. Read: random"""
    given, runs, states = case.kwargs.get("seed"), [], []
    for seed in (7, 7) if given is None else (7, 7, None):
        seed and keras.utils.set_random_seed(seed)
        layer = case.new()
        runs.append([_numpy(case.call(layer, training=True)) for _ in range(2)])
        weights = {*map(id, layer.weights)}
        states.append([_numpy(v) for v in layer.variables if id(v) not in weights])
    assert _same(*runs[:2]), "made and called after the same set_random_seed, two instances differ"
    assert not case.random or not _same(*runs[0]), "two calls with training=True draw the same"
    assert given is None or _same(*states[1:]), f"two instances with seed={given} draw differently"

def file_round_trip(case):
    """Keras: a saved model cannot be loaded, or comes back as another one.
    Mend: register classes and functions; build inner layers in build. Read: saving"""
    base = {name: value for name, value in case.base.items() if name != "dtype"}
    model, layer = case.other(**base).shared
    with tempfile.TemporaryDirectory() as folder:
        model.save(f"{folder}/model.keras")
        again = keras.models.load_model(f"{folder}/model.keras")
    new = again.layers[model.layers.index(layer)]
    assert _facts(layer) == _facts(new), f"{_facts(layer)} came back as {_facts(new)}"
    case.assert_kept((model, layer), (again, new))

def weights_round_trip(case):
    """Keras: load_weights says nothing, and the layer is another than the saved one.
    Mend: keep what is drawn or learnt in weights, not in attributes. Read: saving-state"""
    saved, loaded = case.other().shared, case.other().shared
    _put(loaded[1].variables, [0 * value for value in case.values])
    with tempfile.TemporaryDirectory() as folder:
        saved[0].save_weights(f"{folder}/model.weights.h5")
        loaded[0].load_weights(f"{folder}/model.weights.h5")
    case.assert_kept(saved, loaded)

def compiled_equals_eager(case):
    """Keras: fit and predict, which compile the layer, fail or compute other than layer(x).
    Mend: keras.ops, ops.cond; self.supports_jit = False, if XLA cannot. Read: control-flow"""
    layer = case.layer
    draws = layer.variables[len(layer.weights):] and not _same(case.call(layer), case.call(layer))
    able = all(each.supports_jit for each in layer._flatten_layers())
    jit = BACKEND == "jax" or BACKEND == "tensorflow" and able
    same = _same(case.compiled("predict_on_batch", jit)(case.given), case.output)
    assert same or jit and draws, f"predict with jit_compile={jit} differs from a call"

def unknown_batch_size(case):
    """Keras: fit and predict, which do not know the size of the last batch, fail or are wrong.
    Mend: ops.shape(x)[0] in place of x.shape[0], len(x) and Python loops. Read: dynamic-shapes"""
    predict, sizes = case.compiled("predict_on_batch"), f"{case.rows} and {case.rows + 2}"
    for given in () if case.fixed else (case.given, case.others):  # the second makes it unknown
        same = _same(predict(given), case.call(case.layer, given))
        assert same, f"predict in batches of {sizes} differs from calls with these"
    if BACKEND != "numpy" and (case.layer.trainable_weights or "training" in case.parameters):
        trained, _ = _tried(lambda: case.trained)  # weights-learn tells what fails with any batch
        trained and trained[1](case.others)

def any_length(case):
    """Keras: batches of other lengths fail, or get the answer for the first length.
    Mend: let call ask ops.shape(x)[1]; keep no length from build in self. Read: dynamic-shapes"""
    lengths = {a.shape[1] for a in case.arrays if a.ndim == 2 and a.dtype.kind in "iub"}
    if lengths := lengths | case.steps:
        short, free, full = case.other(), case.other(), max(lengths)
        short.given = free.others = _arrays(
            lambda a: a[:, :-1] if a.shape[1:2] == (full,) else a, case.given)
        found, _ = _tried(lambda: (_numpy(case.call(case.layer, short.given)), short.layer))
        if found:  # else it has one length, and says so
            output, again = found
            facts = f"built for {full} steps and called with {full - 1} it"
            assert _same(short.call(again), output), f"{facts} differs from one built for these"
            if shared := _tried(lambda: free.shared)[0]:  # else it does so before predict
                free.assert_announced(output)
                said = shared[0](_tensors(short.given), training=False)
                assert _same(said, output), f"{facts} differs from predict"

def gradients(case):
    """Keras: fit follows another slope than that of the formula, and learns slowly or wrongly.
    Mend: compare your own gradient with differences, or skip this on purpose. Read: gradients"""
    cutter = {"tensorflow": "tensorflow.stop_gradient", "jax": "jax.lax.stop_gradient"}.get(BACKEND)
    plain = case.by_keras and case.cls is not keras.layers.Lambda  # Keras wrote no gradient there
    plain = plain or "16" in case.layer.compute_dtype  # or it is too coarse for a small step
    weights, draw = case.layer.trainable_variables, np.random.default_rng(2).normal
    start = _tensors(case.given) + [v.value for v in weights]
    places = [f"input {i + 1}" for i in range(len(case.arrays))] + [v.path for v in weights]
    def total(i, move, step):  # of the outputs, weighed at random, when one of these is moved
        points, weigh = [*start], np.random.default_rng(3).normal
        points[i] = points[i] + ops.cast(step * move, points[i].dtype)
        rest = iter(points)
        given = _arrays(lambda _: next(rest), case.given)
        with keras.StatelessScope(state_mapping=[*zip(weights, rest)]):
            ys = _floats(case.call(case.first, given))
        return sum(ops.sum(ops.multiply(y, weigh(size=y.shape))) for y in ys)
    def wrong(i):  # along a random direction, where the output has no kink
        move = draw(size=start[i].shape) * (1 + abs(_numpy(start[i])).mean())
        along = functools.partial(total, i, move.astype("float32"))
        if BACKEND == "jax":
            here, said = __import__("jax").value_and_grad(along)(0.)
        else:
            with __import__("tensorflow").GradientTape() as tape:
                tape.watch(step := ops.convert_to_tensor(0.))
                here = along(step)
            said = tape.gradient(here, step, unconnected_gradients="zero")
        ahead, behind = (float(along(h) - here) / h for h in (2e-3, -2e-3))
        real = (ahead + behind) / 2
        sure = abs(ahead - behind) < .05 * abs(real) and said * real > 0  # not flat, not reversed
        return sure and abs(said - real) > .1 * abs(real)
    if cutter and not plain and _floats(case.output):
        with unittest.mock.patch(cutter, lambda x: x):  # which cuts on purpose
            for i, place in enumerate(places):
                fault = _floats([start[i]]) and wrong(i) and wrong(i)
                assert not fault, f"the gradient for {place} is not the slope of the output"

def weights_learn(case):
    """Keras: the weight keeps its first value for ever.
    Mend: let call use it, with no argmax or rounding; or trainable=False. Read: gradients"""
    modes = any(type(p.default) is bool for n, p in case.parameters.items() if n != "training")
    if BACKEND != "numpy" and (layer := case.layer).trainable_weights:
        ends = zip(layer.variables, case.values, case.trained[0])
        still = [v.path for v, start, end in ends if v.trainable and np.array_equal(start, end)]
        rest = modes and len(still) < len(layer.trainable_weights)  # for a flag that is not set
        assert rest or not still, f"a step of fit does not move {still}; skip it, if it cannot here"

PROMISES = {name.replace("_", "-"): check for name, check in [*globals().items()]
            if "\nMend: " in (inspect.getdoc(check) or "")}
CONFIG = {"config-has-every-argument", "config-rebuilds", "file-round-trip"}
GRAPH = {"unknown-batch-size", "any-length", "gradients", "weights-learn"}
MODEL = {"state-updates", "mixed-float16", "file-round-trip", "weights-round-trip",
         "compiled-equals-eager", *GRAPH}
HIDES = {"base-arguments": CONFIG, "config-has-every-argument": CONFIG, "config-rebuilds": CONFIG,
         "symbolic-equals-real": MODEL, "any-batch-size": GRAPH, "compiled-equals-eager": GRAPH,
         **dict.fromkeys(["runs", "returns-tensors", "same-again"], {*PROMISES})}

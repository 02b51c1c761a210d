"""See inside a Keras layer: copy this file into your project, then write

    print(inspect_layer(layer, x))

It shows what goes into each layer inside and comes out, the gradient of each weight, and alarms.
Needs Keras on TensorFlow, JAX or PyTorch. The layer stays as it was; a call builds a new one."""
import collections, contextlib, dis, inspect, itertools, textwrap, unittest.mock
import keras
import numpy as np
from keras import backend, ops, tree
BACKEND = backend.backend()
def inspect_layer(layer, *inputs, training=False, loss=None, **named):
    """A Report of one call, `layer(*inputs, training=training, **named)`.
    loss: makes a scalar of the output; without it each value has its own weight in the loss."""
    if not all(each.built for each in layer._flatten_layers()):
        with _spied([]):
            args, more = _tensors((inputs, named))
            layer(*args, training=False, **more)
    return Report(layer, (inputs, named), training, loss or _spread)
class Call:
    """Has `inputs` and `outputs`, NumPy arrays, and the `gradients` of outputs that are floats."""
    def __init__(self, layer, above, inputs, named):
        self.layer, self.above, self.inputs, self.named = layer, above, inputs, named
        self.depth, self.outputs, self.gradients = above.depth + 1 if above else 0, [], []
        self.name = f"{above.name}/{layer.name}" if self.depth > 1 else layer.name
    def __str__(self):
        return f"'{self.name}' ({type(self.layer).__name__})"
class Report:
    """`calls` as they began, `ended` as they ended, `outputs` {name: array, or list of several},
    `gradients` {path of a weight: array, or None}, `alarms`, and `verdict`, these in lines."""
    def __init__(self, layer, given, training, loss):
        self.layer, self.given, self.training, self.loss = layer, given, training, loss
        self.weights = [v for v in layer.trainable_variables if backend.is_float_dtype(v.dtype)]
        self.every, held = [*layer._flatten_layers()], _attributes(layer)
        self.calls, self.ended, self.scope, _ = self.run(training)
        self.written = [key[1] for key, v in _attributes(layer).items() if v is not held.get(key)]
        self.strange = [c for c in self.calls if getattr(c.layer, "variables", ())
                        and not any(c.layer is each for each in self.every)]
        self.outputs = {c.name: c.outputs if len(c.outputs) != 1 else c.outputs[0]
                        for c in self.ended}
        self.gradients, self.failed = {}, None
        try:
            found = iter(self.differentiate([v.value for v in self.weights]))
            self.gradients = {v.path: next(found) for v in self.weights}
            for call in self.ended:
                call.gradients = [next(found) for y in call.outputs if _floats([y])]
        except Exception as error:  # NumPy in call, on JAX and PyTorch
            self.failed = f"{type(error).__name__}: {str(error).splitlines()[0][:120]}"
        self.alarms = [alarm for find in FINDERS for alarm in find(self)]
        lines = [textwrap.fill(f"ALARM {a}", 79, subsequent_indent="  ") for a in self.alarms]
        self.verdict = "\n".join(lines or ["no alarm"])
    def run(self, training, values=(), probes=(), change=lambda v: v):
        ended, (args, named) = [], _tensors(tree.map_structure(change, self.given))
        values = values or [v.value for v in self.weights]
        with _Scope(zip(self.weights, values)) as scope, _spied(ended, probes) as calls:
            output = self.layer(*args, training=training, **named)
            scope.used = {*scope.read}  # before a regularizer reads it
            return calls, ended, scope, (output, self.layer.losses)
    def differentiate(self, starts):
        outputs = [c.outputs for c in self.ended]
        zeros = [ops.zeros(y.shape, str(y.dtype)) for ys in outputs for y in ys if _floats([y])]
        def total(points):
            rest = iter(points[len(starts):])
            probes = [[next(rest) if _floats([y]) else None for y in ys] for ys in outputs]
            output, added = self.run(self.training, points[:len(starts)], probes)[3]
            return sum([ops.cast(ops.sum(v), "float32") for v in [self.loss(output), *added]])
        return [None if g is None else _numpy(g)[0] for g in _gradients(total, starts + zeros)]
    def __str__(self):
        lines = [f"{'weight':<52}{'shape':<15}{'gradient':>9}"] if self.layer.weights else []
        for v in self.layer.weights:
            g = self.gradients.get(v.path)
            said = "frozen" if not v.trainable else "none" if g is None else f"{_size([g]):.2g}"
            lines.append(f"{v.path[-51:]:<52}{str(tuple(v.shape)):<15}{said:>9}")
        return "\n".join([_table(self.calls), *lines, self.verdict])
class _Scope(keras.StatelessScope):  # in which no variable changes, and what is read is known
    def __init__(self, mapping):
        super().__init__([*mapping], collect_losses=True)
        self.read, self.counts = {}, False
    def get_current_value(self, variable):
        self.read[id(variable)] = variable
        return super().get_current_value(variable)
    def add_update(self, update):
        self.counts |= not backend.is_float_dtype(update[0].dtype)  # as the state of a seed does
        return super().add_update(update)
@contextlib.contextmanager
def _spied(ended, probes=()):  # writes down each call, and adds its probe to each output
    plain, calls, stack, seen = keras.Operation.__call__, [], [], collections.Counter()
    def spy(op, *args, **kwargs):
        call = Call(op, stack[-1] if stack else None, _numpy((args, kwargs)), kwargs)
        seen[call.name] += 1
        call.name += f" {seen[call.name]}" * (seen[call.name] > 1)
        calls.append(call)
        stack.append(call)
        with contextlib.ExitStack() as after:
            after.callback(stack.pop)
            outputs = plain(op, *args, **kwargs)
        call.outputs, left = _numpy(outputs), iter(sum(probes[len(ended):len(ended) + 1], []))
        ended.append(call)
        return tree.map_structure(lambda y: y if not hasattr(y, "dtype")
                                  or (probe := next(left, None)) is None else y + probe, outputs)
    with unittest.mock.patch.object(keras.Operation, "__call__", spy):
        try:
            yield calls
        except Exception as error:
            error.add_note(f"The calls until the error:\n{_table(calls)}")
            raise
def _tensors(nest):
    return tree.map_structure(
        lambda v: ops.convert_to_tensor(v) if isinstance(v, np.ndarray) else v, nest)
def _numpy(nest):  # as a list; what has no values yet keeps its shape
    def array(v):
        with contextlib.suppress(Exception):
            return np.array(ops.convert_to_numpy(v))
        return keras.KerasTensor(tuple(v.shape), backend.standardize_dtype(v.dtype))
    return [array(v) for v in tree.flatten(nest) if hasattr(v, "dtype")]
def _attributes(layer):  # numbers and tensors in the layers that aren't of Keras
    return {(id(each), f"{each.name}.{name}"): v for each in layer._flatten_layers()
            if "keras.src" not in type(each).__module__ for name, v in vars(each).items()
            if name[0] != "_" and (isinstance(v, (int, float)) or ops.is_tensor(v))}
def _floats(arrays):
    return [v.astype(float) for v in arrays
            if isinstance(v, np.ndarray) and "float" in str(v.dtype) and v.size]
def _finite(arrays):
    return all(np.isfinite(v).all() for v in _floats(arrays))
def _size(arrays):  # the largest number in them
    return max((abs(v).max() for v in _floats(arrays)), default=0.)
def _spread(output):
    flat = [ops.reshape(ops.cast(y, "float32"), (-1,)) for y in tree.flatten(output)
            if hasattr(y, "dtype") and "float" in backend.standardize_dtype(y.dtype)]
    return sum([ops.mean(y * ops.cos(ops.cumsum(ops.ones_like(y)))) for y in flat], ops.zeros(()))
def _gradients(total, points):  # None where there is none; JAX says 0
    if BACKEND == "jax":
        return __import__("jax").grad(total)(points)
    if BACKEND == "torch":
        points = [p.detach().clone().requires_grad_() for p in points]
        if (end := total(points)).requires_grad:
            return __import__("torch").autograd.grad(end, points, allow_unused=True)
        return [None] * len(points)
    tf = __import__("tensorflow")
    with tf.GradientTape() as tape:
        tape.watch(points)
        end = total(points)
    return [g if g is None else tf.convert_to_tensor(g) for g in tape.gradient(end, points)]
def _table(calls):
    def row(call):
        v = np.concatenate([y.ravel() for y in _floats(call.outputs)] or [np.zeros(0)])
        said = "----" if not v.size else \
            [*[f"{f():.3g}" for f in (v.min, v.mean, v.max)], f"{(v == 0).mean():.0%}"]
        sides = (" ".join(str(tuple(y.shape)) for y in v) for v in (call.inputs, call.outputs))
        return "  " * call.depth + call.name.split("/")[-1], *sides, *said
    rows = [("layer", "input", "output", "min", "mean", "max", "zero"), *map(row, calls)]
    return "\n".join(f"{a[:19]:<20}{b[:13]:<14}{c[:13]:<14}{d:>9}{e:>9}{f:>9}{g:>5}".rstrip()
                     for a, b, c, d, e, f, g in rows)
def values(report):
    inputs, outputs = report.calls[0].inputs, report.calls[0].outputs
    if not _finite(inputs):
        yield "the input has NaN or Inf; look at the data"
    if broken := [v.path for v in report.layer.weights if not _finite(_numpy(v.value))]:
        yield f"{broken} has NaN or Inf; look at the learning rate, or at the file it came from"
    begins = [c for c in report.ended if _finite(c.inputs) and not _finite(c.outputs)]
    for first in begins[:1] if not (broken or _finite(outputs)) else ():
        kind = "NaN" if any(np.isnan(v).any() for v in _floats(first.outputs)) else "Inf"
        taken = np.concatenate([v.ravel() for v in _floats(first.inputs)] or [np.zeros(0)])
        inside = [f", after {c}" for c in report.ended if c.above is first and _finite(c.outputs)]
        look = "log, sqrt, exp, a division, and a softmax with a whole row masked"
        if kind == "Inf" and any(v.dtype == "float16" for v in first.outputs):
            look = "float16, which ends at 65504"
        yield (f"{kind} begins in {first}{''.join(inside[-1:])}: its input is finite, with "
               f"{(taken == 0).sum()} zeros and {(taken < 0).sum()} below zero, none larger than "
               f"{_size(first.inputs):.3g}; look at {look}")
    for c in report.ended if _finite(outputs) else ():
        if _size(c.outputs) > 1e4 * max(1, _size(c.inputs)):
            yield (f"values grow in {c} from {_size(c.inputs):.3g} to {_size(c.outputs):.3g}; "
                   "look at its initializer, and at divisions")
def gradients(report):
    if report.failed:
        yield f"no gradient can be taken, {report.failed}; look for NumPy in call"
    marked = [c for c in report.ended if c.gradients]
    if report.failed or not marked or not _finite(report.calls[0].outputs):
        return
    def between(test):  # where, on the way back, the gradient comes to pass the test
        return "".join([f" between the outputs of {a} and {b}" for a, b in zip(marked, marked[1:])
                        if test(a.gradients, b.gradients) and _size(b.gradients)][-1:])
    if not all(map(_finite, [report.gradients.values(), *[c.gradients for c in marked]])):
        where = between(lambda a, b: not _finite(a) and _finite(b)) or f" in {report.calls[0]}"
        yield (f"values are finite, and the gradient is not: it breaks{where}; look at sqrt, norm "
               "or a division at 0, also in what ops.where() drops")
        return
    if unread := [v.path for v in report.weights if id(v) not in report.scope.used]:
        yield f"{unread} is made and never used; look at call"
    sizes = {path: _size([g]) for path, g in report.gradients.items() if path not in unread}
    top, way = _size(marked[-1].gradients), between(lambda a, b: not _size(a))
    none = [path for path, size in sizes.items() if not size]
    asleep = [_size(_numpy(v.value)) == 0 < sizes.get(v.path, 0) for v in report.weights]
    if none and any(asleep):  # a kernel of zeros lets the gradient through after one step
        steps = [ops.convert_to_tensor(.01 / sizes[v.path] * report.gradients[v.path], v.dtype)
                 if zero else v.value for v, zero in zip(report.weights, asleep)]
        none = [v.path for v, g in zip(report.weights, report.differentiate(steps))
                if v.path in none and not _size([g])]
    if top and none:
        yield (f"no gradient reaches {none}: it ends{way or ' at these weights'}; look at "
               "stop_gradient, argmax, rounding, NumPy, and at units that are all 0")
    way = between(lambda a, b: 0 < _size(a) < 1e-4 * _size(b))
    if any(0 < _size(c.gradients) < 1e-6 * top for c in marked):
        way = way or f" little by little on the way back from {marked[-2]}"
    if way and (low := [path for path, size in sizes.items() if 0 < size < 1e-7 * top]):
        yield f"the gradient of {low} vanishes{way}; look at what a sigmoid or softmax gets"
    if top and (high := [path for path, size in sizes.items() if size > 1e6 * top]):
        way = between(lambda a, b: _size(a) > 1e4 * _size(b))
        yield f"the gradient of {high} explodes{way}; look at the initializer, and at divisions"
    if alike := [v.path for v in report.weights if v.shape[1:] and v.shape[-1] > 1 and all(
            _size([x]) and np.allclose(x, x[..., :1], 1e-4, 0)
            for x in [*_numpy(v.value), report.gradients[v.path]])]:
        yield f"all units of {alike} start alike and stay alike; look at the initializer"
def units(report):
    for c in [c for c in report.ended if not any(d.above is c for d in report.ended)]:
        for y in _floats(c.outputs):
            units = y.reshape(-1, y.shape[-1]) if y.ndim > 1 else y[:0, None]
            dead, before = (units == 0).all(0), [(v == 0).mean() for v in _floats(c.inputs)]
            if len(units) > 15 and dead.size > 1 and before and max(before) < .5 <= dead.mean() \
                    and (not c.layer.weights or _size(_numpy(c.layer.weights))):
                yield (f"{dead.sum()} of the {dead.size} units of {c} are 0 for each sample; look "
                       "at its bias, its initializer, and the learning rate")
            how = getattr(getattr(c.layer, "activation", 0), "__name__", 0)
            ends = {"tanh": abs(y), "sigmoid": abs(2 * y - 1)}.get(how, y[:0]) > .9998
            if ends.size and ends.mean() > .5:
                yield f"the {how} of {c} stands at its ends; look at how large its input becomes"
def parts(report):
    def inside(layer):  # what call of layers of your own must call
        for each in layer._flatten_layers(False, False):
            yield from [each, *(() if "keras.src" in type(each).__module__ else inside(each))]
    layer, ran = report.layer, {id(c.layer) for c in report.calls}
    held = {*map(id, [*layer.variables, *layer.metrics_variables])}
    for each in inside(layer) if "keras.src" not in type(layer).__module__ else ():
        if id(each) not in ran and not isinstance(each, keras.layers.InputLayer):
            yield (f"'{each.name}' ({type(each).__name__}) is never called; look whether call "
                   f"forgets it, or says {each.name}.call(x) where it should say {each.name}(x)")
    for c in report.strange:
        yield (f"{c} is called and is no part of {report.calls[0]}: nothing trains or saves "
               "its weights; look where it is made, which must be __init__ or build, in self")
        held |= {id(v) for v in c.layer.variables}
    if report.written:
        yield f"call writes {report.written}, which a graph forgets; look at add_weight and assign"
    if lost := [v.path for key, v in report.scope.read.items() if key not in held]:
        yield f"{lost} is read and is in no list of the layer; look at add_weight"
    if raw := [name for each in map(vars, report.every)
               for name, v in {**each, **each.get("_parameters", {})}.items()
               if type(v).__name__ in ("ResourceVariable", "Parameter")]:
        yield f"{raw} is a variable of {BACKEND}, and Keras doesn't train it; look at add_weight"
def samples(report):  # one is left out and another is there twice, and the rest must not notice
    inputs = report.calls[0].inputs
    n = inputs[0].shape[0] if inputs and inputs[0].ndim else 0
    square = any(v.ndim > 1 and v.shape[1] == n for v in inputs)
    square |= any(hasattr(v, "_keras_mask") for v in tree.flatten(report.given))
    if n < 2 or square or report.training or report.scope.counts or report.strange:
        return
    def moved(v):
        return ops.take(v, np.r_[1:n, n - 1], 0) if (*getattr(v, "shape", ()),)[:1] == (n,) else v
    def follows(was, now):
        return all(a.shape == b.shape and np.allclose(moved(a), b, 1e-3, 1e-4, equal_nan=True)
                   for a, b in zip(_floats(was), _floats(now)))
    bad = [a for a, b in zip(report.ended, report.run(False, change=moved)[1])
           if follows(a.inputs, b.inputs) and not follows(a.outputs, b.outputs)]
    for a in bad[:1]:
        had, has = ([tuple(v.shape) for v in side] for side in (a.inputs, a.outputs))
        yield (f"in {a} one sample changes the result of another, {had} -> {has}; look at "
               "axis=0, and at (n, 1) against (n,)")
def flags(report):
    def heeds(layer, name):  # Dense takes the flag, and does nothing with it
        words = map(str, dis.get_instructions(inspect.unwrap(type(layer).call)))
        return name in inspect.signature(layer.call).parameters and name in " ".join(words)
    for flag, when in (True, "training"), (False, "prediction"):
        for c in report.run(flag)[0]:
            got = c.named.get("training")
            if got is not flag and heeds(c.layer, "training") and c.layer.trainable:
                yield f"{c} gets training={got} in {when}; look at what call hands on"
    for maker in [c for c in report.calls if getattr(c.layer, "mask_zero", 0)
                  or isinstance(c.layer, keras.layers.Masking)]:
        for c in report.calls[report.calls.index(maker) + 1:]:
            if c.named.get("mask") is None and heeds(c.layer, "mask") and c.inputs \
                    and c.inputs[0].shape[:2] == maker.outputs[0].shape[:2]:
                yield f"{c} gets no mask of {maker}; look at supports_masking in what is between"
def twice(report):
    for c in report.ended:
        before = [*c.inputs, *(y for d in report.ended if d.above is c for y in d.outputs)]
        for x, y in itertools.product(_floats(before), _floats(c.outputs)):
            if x.shape == y.shape and x.ndim and x.min() >= 0 and np.allclose(x.sum(-1), 1) \
                    and np.allclose(np.exp(x) / np.exp(x).sum(-1, keepdims=True), y, 1e-3):
                yield f"{c} makes a softmax of a softmax; look at the activation before it"
FINDERS = values, gradients, units, parts, samples, flags, twice

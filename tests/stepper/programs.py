"""Small programs, each with a turn of its own that a recording must tell right."""
LAYER = """
    import keras


    class Scale(keras.layers.Layer):
        def __init__(self, start=1.0):
            super().__init__()
            self.start = start

        def build(self, input_shape):
            self.factor = self.add_weight(
                shape=(input_shape[-1],), name="factor"
            )

        def call(self, x):
            return x * self.factor


    layer = Scale()
    x = keras.ops.ones((2, 3))
    y = layer(x)
    y = layer(x)
    """
PROGRAMS = {
    "layer": LAYER,
    "exceptions": """
        def inner(n):
            return 1 / n

        def outer(n):
            try:
                return inner(n)
            finally:
                n = 5

        try:
            outer(0)
        except ZeroDivisionError as error:
            print("caught")
        """,
    "generator": """
        def count():
            for i in range(2):
                yield i

        for n in count():
            print(n)
        """,
    "thrown": """
        def count():
            for i in range(3):
                try:
                    yield i
                except ValueError:
                    print("caught")

        numbers = count()
        next(numbers)
        numbers.throw(ValueError("no"))
        numbers.close()
        """,
    "nested": """
        import keras

        class Inner(keras.layers.Layer):
            def call(self, x):
                return x + 1

        class Outer(keras.layers.Layer):
            def __init__(self):
                super().__init__()
                self.inner = Inner()
                self.dense = keras.layers.Dense(1)

            def call(self, x):
                return self.dense(self.inner(x))

        layer = Outer()
        y = layer(keras.ops.ones((1, 2)))
        """,
    "recursion": """
        def down(n):
            if n:
                down(n - 1)
            n = -n

        down(2)
        """,
    "statements": """
        def pick(a, b):
            return (
                a
                + b
            )

        total = pick(
            a=1,
            b=2,
        )
        for i in range(2):
            total += i
        while total > 1: total -= 2
        squares = [n * n for n in range(9)]
        """,
    "decorators": """
        import functools

        def twice(function):
            @functools.wraps(function)
            def wrapper(n):
                return function(function(n))
            return wrapper

        @twice
        def half(n):
            print(n)
            return n / 2

        half(4)
        """,
    "graph": """
        import keras
        import tensorflow as tf

        class Double(keras.layers.Layer):
            def call(self, x):
                return 2 * x

        layer = Double()
        x = keras.ops.ones((1, 2))

        @tf.function
        def run(x):
            y = layer(x)
            return y

        run(x)
        run(x)
        """,
    "theirs": """
        import keras

        layer = keras.layers.Dense(2)
        y = layer(keras.ops.ones((1, 2)))
        """,
    "fails": """
        import keras

        class Lost(keras.layers.Layer):
            def __init__(self):
                self.units = 4

        layer = Lost()
        layer(keras.ops.ones((1, 2)))
        """,
    "import": "import nowhere\n",
    "long": "for i in range(100):\n    i\n",
}

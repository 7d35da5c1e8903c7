package drydock.render.figure;

import java.util.List;

/// One thing that a card tells of its object.
sealed interface Fact {

    /// How it is said in one line, as a tooltip and a screen reader do.
    String said();

    /// A value, and what it is the value of.
    record Pair(String label, String value) implements Fact {
        @Override
        public String said() {
            return label + " " + value;
        }
    }

    /// A line that needs no label.
    record Line(String text) implements Fact {
        @Override
        public String said() {
            return text;
        }
    }

    /// A line in the words of the card, not of the object.
    record Note(String text) implements Fact {
        @Override
        public String said() {
            return text;
        }
    }

    /// Names beside each other, each on a small plate.
    record Tags(List<String> names) implements Fact {
        public Tags {
            names = List.copyOf(names);
        }

        @Override
        public String said() {
            return String.join(", ", names);
        }
    }
}

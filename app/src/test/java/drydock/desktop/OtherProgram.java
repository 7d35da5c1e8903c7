package drydock.desktop;

import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.Transferable;
import java.awt.dnd.DnDConstants;
import java.awt.dnd.DragSource;
import java.awt.dnd.DragSourceAdapter;
import java.awt.dnd.DragSourceDragEvent;
import java.awt.dnd.DragSourceDropEvent;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.JFrame;

/// A program beside Drydock, made with another toolkit: files can be dragged out of its window, and it has a share in
/// the clipboard. It obeys lines of its standard input and answers with lines. It never takes the keyboard: a new
/// window without a window manager would, some time after it is shown, from whichever has it then.
final class OtherProgram {

    static final String TITLE = "Other program";

    private List<File> files = List.of();

    public static void main(String[] arguments) throws Exception {
        OtherProgram program = new OtherProgram();
        int left = Integer.parseInt(arguments[0]);
        int width = Integer.parseInt(arguments[1]);
        EventQueue.invokeAndWait(() -> program.show(left, width));
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] words = line.split(" ", -1);
            EventQueue.invokeAndWait(() -> program.obey(words));
        }
        System.exit(0);
    }

    static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static String decoded(String word) {
        return new String(Base64.getDecoder().decode(word), StandardCharsets.UTF_8);
    }

    private void show(int left, int width) {
        JFrame frame = new JFrame(TITLE);
        frame.setUndecorated(true);
        frame.setFocusableWindowState(false);
        frame.setBounds(left, 0, width, width);
        frame.setVisible(true);
        DragSource source = DragSource.getDefaultDragSource();
        source.createDefaultDragGestureRecognizer(frame, DnDConstants.ACTION_COPY, gesture -> {
            gesture.startDrag(DragSource.DefaultCopyDrop, new Files(files), new Told());
            System.out.println("started");
        });
        System.out.println("ready");
    }

    private void obey(String[] words) {
        switch (words[0]) {
            case "offer" ->
                files = Stream.of(words)
                        .skip(1)
                        .map(OtherProgram::decoded)
                        .map(File::new)
                        .toList();
            case "copy" ->
                Toolkit.getDefaultToolkit()
                        .getSystemClipboard()
                        .setContents(new StringSelection(decoded(words[1])), null);
            case "paste" -> System.out.println("pasted " + encoded(clipboard()));
            default -> throw new IllegalArgumentException(words[0]);
        }
        System.out.println("done");
    }

    private static String clipboard() {
        try {
            Object text = Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.stringFlavor);
            return (String) text;
        } catch (java.awt.datatransfer.UnsupportedFlavorException | IOException | IllegalStateException nothing) {
            return "";
        }
    }

    /// Says how the drag goes on.
    private static final class Told extends DragSourceAdapter {
        @Override
        public void dragOver(DragSourceDragEvent event) {
            if (event.getDropAction() == DnDConstants.ACTION_COPY) {
                System.out.println("taken");
            }
        }

        @Override
        public void dragDropEnd(DragSourceDropEvent event) {
            System.out.println(event.getDropSuccess() ? "dropped" : "failed");
        }
    }

    private record Files(List<File> files) implements Transferable {
        @Override
        public DataFlavor[] getTransferDataFlavors() {
            return new DataFlavor[] {DataFlavor.javaFileListFlavor};
        }

        @Override
        public boolean isDataFlavorSupported(DataFlavor flavor) {
            return DataFlavor.javaFileListFlavor.equals(flavor);
        }

        @Override
        public Object getTransferData(DataFlavor flavor) {
            return files;
        }
    }
}

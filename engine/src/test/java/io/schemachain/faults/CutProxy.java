package io.schemachain.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A network between a runner and its server, which can be cut in both directions. */
final class CutProxy implements AutoCloseable {
  private final ServerSocket door;
  private final int port;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger replies = new AtomicInteger(Integer.MAX_VALUE);
  private volatile boolean cut;

  /**
   * @param port of the server, on this machine
   */
  CutProxy(int port) {
    try {
      this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      this.port = port;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /** Nothing goes through any more. */
  void cut() {
    cut = true;
    closeAll();
  }

  /**
   * What is sent next still gets to the server, and its answer does not come back.
   *
   * @param others answers before that one
   */
  void cutBeforeReply(int others) {
    replies.set(others);
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        sockets.add(client);
        sockets.add(server);
        if (cut) {
          closeAll();
        }
        start(() -> pump(client, server, false));
        start(() -> pump(server, client, true));
      }
    } catch (IOException e) {
      closeAll(); // Closed.
    }
  }

  private void pump(Socket from, Socket to, boolean isReply) {
    byte[] buffer = new byte[8192];
    try {
      InputStream input = from.getInputStream();
      OutputStream output = to.getOutputStream();
      for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
        if (isReply && replies.getAndDecrement() == 0) {
          cut();
          return;
        }
        output.write(buffer, 0, read);
        output.flush();
      }
    } catch (IOException e) {
      // Cut.
    }
    close(from);
    close(to);
  }

  private void closeAll() {
    sockets.forEach(CutProxy::close);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "cut-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    closeAll();
  }
}

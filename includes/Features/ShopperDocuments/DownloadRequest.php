<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\OrderBook\ShopperDocument;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Features\ShopperDocuments\Rules\DownloadDocument;
use OrderInvoicer\Features\ShopperDocuments\Rules\DownloadRefusal;
use OrderInvoicer\WooCommerce\Emails\DocumentLink;
use OrderInvoicer\WooCommerce\Shopper\Entry;
use OrderInvoicer\WooCommerce\Shopper\OrderDoor;

/**
 * Somebody asks for the file of a document. Who it is, is settled before Sellsy is asked anything; then for this file
 * alone.
 */
final class DownloadRequest {

	/** Before WordPress and WooCommerce send anybody elsewhere. */
	private const PRIORITY = 0;

	private const FORBIDDEN   = 403;
	private const NOT_FOUND   = 404;
	private const NOT_ALLOWED = 405;
	private const TOO_MANY    = 429;
	private const UNAVAILABLE = 503;

	/** Seconds. Something of the shop's own failed. */
	private const LATER = 300;

	/** Whose document was asked for, once it is settled that whoever asks may see it. */
	private ?\WC_Order $order = null;

	/** @param \Closure(): DownloadDocument $download_document made when somebody may have the file. */
	public function __construct(
		private readonly OrderDoor $door,
		private readonly VisibleDocuments $documents,
		private readonly \Closure $download_document,
		private readonly PdfAnswer $answer,
		private readonly ShopperText $text,
		private readonly Logger $logger,
	) {}

	public function register(): void {
		add_action( 'template_redirect', [ $this, 'handle_template_redirect' ], self::PRIORITY );
	}

	public function handle_template_redirect(): void {
		$method = isset( $_SERVER['REQUEST_METHOD'] ) && is_string( $_SERVER['REQUEST_METHOD'] )
			? sanitize_key( $_SERVER['REQUEST_METHOD'] )
			: '';
		if ( ! in_array( $method, [ 'get', 'post' ], true ) ) {
			// Programs look at links before people do: they cost no download.
			$this->show_page( self::NOT_ALLOWED, __( 'Download', 'orderinvoicer' ), '' );
			return;
		}
		try {
			$this->handle(
				DownloadLink::number_sent( DownloadLink::ORDER ),
				DownloadLink::number_sent( DownloadLink::DOCUMENT ),
				OrderDoor::key_sent()
			);
		} catch ( \Throwable $error ) {
			$this->logger->error( 'A download failed.', [], $error );
			$this->refuse( DownloadRefusal::Later, self::LATER );
		}
	}

	private function handle( int $order_id, int $task_id, string $key ): void {
		$found = $order_id > 0 ? wc_get_order( $order_id ) : false;
		$order = $found instanceof \WC_Order && $found->get_type() === 'shop_order' ? $found : null;
		$entry = $this->door->entry( $order, $key );
		if ( $entry !== Entry::Open || $order === null ) {
			$this->turn_away( $entry, DownloadLink::url( $order_id, $task_id, $key ) );
			return;
		}
		$this->order = $order; // From here on they may see it: what is refused leads back to it.
		$document    = $this->document( $order, $task_id );
		if ( $document === null ) {
			$this->refuse( DownloadRefusal::Gone );
			return;
		}
		$download = ( $this->download_document )()->run( $order_id, $document );
		if ( $download->refusal === null ) {
			$this->answer->send( $download->pdf, $document->number );
		}
		$this->refuse( $download->refusal, $download->retry_after );
	}

	private function document( \WC_Order $order, int $task_id ): ?ShopperDocument {
		foreach ( $this->documents->of( $order ) as $document ) {
			if ( $document->task_id === $task_id ) {
				return $document;
			}
		}
		return null;
	}

	/** @param string $url that was asked for: the way back once WooCommerce knows who it is. */
	private function turn_away( Entry $entry, string $url ): void {
		if ( $entry === Entry::LogIn ) {
			$this->show_page(
				self::FORBIDDEN,
				__( 'Please log in', 'orderinvoicer' ),
				self::drawn( static fn () => woocommerce_login_form( [ 'redirect' => $url ] ) )
			);
		} elseif ( $entry === Entry::ConfirmEmail ) {
			$form = [
				// phpcs:ignore WordPress.Security.NonceVerification.Missing -- only whether it was sent.
				'failed_submission' => isset( $_POST['email'] ),
				'verify_url'        => $url,
			];
			$this->show_page(
				self::FORBIDDEN,
				__( 'Please confirm your e-mail address', 'orderinvoicer' ),
				self::drawn( static fn () => wc_get_template( 'checkout/form-verify-email.php', $form ) )
			);
		} else {
			$this->refuse( DownloadRefusal::Gone );
		}
	}

	private function refuse( DownloadRefusal $why, int $after = 0 ): void {
		$status = match ( $why ) {
			DownloadRefusal::Gone    => self::NOT_FOUND,
			DownloadRefusal::Later   => self::UNAVAILABLE,
			DownloadRefusal::TooMany => self::TOO_MANY,
		};
		// The next full minute is not too early.
		$time = wp_date( wc_time_format(), time() + $after + MINUTE_IN_SECONDS - 1 );
		$this->show_page(
			$status,
			$this->text->refused_title( $why ),
			'<p>' . esc_html( $this->text->refused( $why, (string) $time ) ) . '</p>' . $this->way_back(),
			$after
		);
	}

	private function way_back(): string {
		return $this->order === null ? '' : sprintf(
			'<p><a href="%1$s">%2$s</a></p>',
			esc_url( ( new DocumentLink() )->url( $this->order ) ),
			esc_html( $this->text->back() )
		);
	}

	/** @param \Closure(): mixed $draw prints a form of WooCommerce's, escaped by its template. */
	private static function drawn( \Closure $draw ): string {
		ob_start();
		$draw();
		return (string) ob_get_clean();
	}

	/**
	 * A page of the theme in place of the file: the page "My account" with another content, so that it looks like the
	 * shop in classic and in block themes. Without that page WordPress's own.
	 *
	 * @param string $title plain text.
	 * @param string $html  below the title, escaped.
	 * @param int    $after seconds until another try makes sense; 0 where none does.
	 */
	private function show_page( int $status, string $title, string $html, int $after = 0 ): void {
		if ( $after > 0 ) {
			header( 'Retry-After: ' . $after );
		}
		PdfAnswer::keep_nowhere();
		if ( ! is_page() ) {
			// phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- Escaped, with its form; and a number.
			wp_die( $html, esc_html( $title ), [ 'response' => $status ] );
		}
		status_header( $status );
		$content = '<div class="woocommerce orderinvoicer-no-document"><h2>' . esc_html( $title ) . "</h2>$html</div>";
		// Before everybody else, so that My account is not drawn; then behind them, so that nobody changes it.
		add_filter( 'the_content', static fn ( mixed $old ): mixed => self::is_here() ? '' : $old, PHP_INT_MIN );
		add_filter( 'the_content', static fn ( mixed $old ): mixed => self::is_here() ? $content : $old, PHP_INT_MAX );
		add_filter(
			'document_title_parts',
			static fn ( mixed $parts ): mixed => is_array( $parts ) ? [ 'title' => $title ] + $parts : $parts
		);
	}

	private static function is_here(): bool {
		return in_the_loop() && is_main_query();
	}
}

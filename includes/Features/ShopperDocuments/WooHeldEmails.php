<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Emails\HeldEmails;
use OrderInvoicer\Domain\Failures\NoFile;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Settings\CustomerEmailSettings;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Domain\OrderBook\DocumentFiles;
use OrderInvoicer\WooCommerce\Emails\HandOver;
use OrderInvoicer\Wording\Names\ShopLanguage;
use OrderInvoicer\WordPress\Tables\CheckedRead;

/**
 * Has WooCommerce send an e-mail that was kept back, by the e-mail's own trigger: subclasses, languages and templates
 * of others work as in the request that would have sent it. What hands it to WordPress is wrapped, so that its leaving
 * can be written down first.
 */
final class WooHeldEmails implements HeldEmails {

	/** WooCommerce's own filter: what an e-mail is given to, `wp_mail` unless a plugin sends by itself. */
	private const CALLBACK = 'woocommerce_mail_callback';

	/**
	 * @param \Closure(): VisibleDocuments $visible_documents read afresh for each e-mail: a runner sends many.
	 * @param \Closure(): DocumentFiles    $document_files
	 */
	public function __construct(
		private readonly \Closure $visible_documents,
		private readonly \Closure $document_files,
		private readonly Logger $logger,
	) {}

	public function status( TaskKey $email ): ?string {
		return CheckedRead::read(
			static function () use ( $email ): ?string {
				$order   = wc_get_order( $email->order_id );
				$is_gone = $email->refund_id > 0 && ! wc_get_order( $email->refund_id ) instanceof \WC_Order_Refund;
				return $order instanceof \WC_Order && ! $is_gone ? $order->get_status() : null;
			}
		);
	}

	public function note_left_out( TaskKey $email ): void {
		[ $order, $mail ] = CheckedRead::read( fn (): array => $this->found( $email ) );
		if ( $order instanceof \WC_Order ) {
			$title = $mail?->get_title() ?? $email->part;
			$order->add_order_note( ShopLanguage::text( static fn (): string => self::note( $title ) ) );
		}
	}

	public function send( TaskKey $email, int $document, bool $may_wait, \Closure $leaving ): ?bool {
		$check            = CheckedRead::begin();
		[ $order, $mail ] = CheckedRead::read( fn (): array => $this->found( $email ) );
		if ( ! $order instanceof \WC_Order || ! $mail instanceof \WC_Email ) {
			return null;
		}
		$pdf = $document > 0 ? $this->pdf( $order, $document, $may_wait ) : null;
		try {
			$pdf?->attach();
			return $this->handed_over( $mail, $order, $email, $check, static fn () => $leaving( $pdf !== null ) );
		} finally {
			if ( $pdf?->remove() === false ) {
				$this->logger->error(
					'The temporary file of a document could not be deleted. It is tried again each day.',
					[ 'order_id' => $email->order_id ]
				);
			}
		}
	}

	private function pdf( \WC_Order $order, int $task_id, bool $may_wait ): ?AttachedPdf {
		foreach ( ( $this->visible_documents )()->of( $order ) as $document ) {
			if ( $document->task_id === $task_id ) {
				try {
					$pdf = AttachedPdf::write( ( $this->document_files )()->pdf( $document ), $document->number );
					if ( $pdf === null ) {
						$this->say_no_room( $order );
					}
				} catch ( NoFile | RemoteFailure ) {
					$pdf = null;
				}
				return $pdf === null && $may_wait ? throw new NoFile( 'not_yet', true ) : $pdf;
			}
		}
		return null;
	}

	/** Health says so too. */
	private function say_no_room( \WC_Order $order ): void {
		$this->logger->error(
			'A PDF could not be written to the folder for temporary files, so it cannot go with its e-mail.',
			[ 'order_id' => $order->get_id() ]
		);
	}

	/**
	 * @param \Closure(): void $check
	 * @param \Closure(): mixed $leaving
	 */
	private function handed_over(
		\WC_Email $mail,
		\WC_Order $order,
		TaskKey $email,
		\Closure $check,
		\Closure $leaving,
	): ?bool {
		$is_accepted = null;
		$wrap        = static function ( mixed $callback ) use ( $check, $leaving, &$is_accepted ): \Closure {
			return static function ( mixed ...$sent ) use ( $callback, $check, $leaving, &$is_accepted ): bool {
				$check(); // Of an e-mail that was built without its rows nothing leaves.
				$leaving();
				$is_accepted = HandOver::watched(
					self::line( $sent[0] ?? '' ),
					self::line( $sent[3] ?? '' ),
					static fn (): mixed => is_callable( $callback ) ? $callback( ...$sent ) : false
				) ?? throw new \RuntimeException( 'Some recipients were refused.' );
				return $is_accepted;
			};
		};
		add_filter( self::CALLBACK, $wrap, PHP_INT_MAX );
		try {
			$this->trigger( $mail, $order, $email );
		} catch ( \Throwable $error ) {
			$mail->restore_locale(); // It was not reached.
			throw $error;
		} finally {
			remove_filter( self::CALLBACK, $wrap, PHP_INT_MAX );
			HandOver::clean_up_after( $mail );
		}
		return $is_accepted;
	}

	/** @return array{mixed, ?\WC_Email} */
	private function found( TaskKey $email ): array {
		$order = wc_get_order( $email->order_id );
		$mails = WC()->mailer()->get_emails();
		// As where WooCommerce sends deferred e-mails: gateways and carriers add to them.
		WC()->payment_gateways();
		WC()->shipping();
		foreach ( $mails as $mail ) {
			$is_it = $mail instanceof \WC_Email
				&& ( $mail->id === $email->part
					|| ( $email->refund_id > 0 && CustomerEmailSettings::is_about_refund( (string) $mail->id ) ) );
			if ( $is_it && is_callable( [ $mail, 'trigger' ] ) ) {
				return [ $order, $mail ];
			}
		}
		return [ $order, null ];
	}

	private function trigger( \WC_Email $mail, \WC_Order $order, TaskKey $email ): void {
		$trigger = [ $mail, 'trigger' ];
		if ( ! is_callable( $trigger ) ) {
			return;
		}
		if ( $email->refund_id > 0 ) {
			$trigger( $order->get_id(), $email->part === CustomerEmailSettings::PARTLY_REFUNDED, $email->refund_id );
		} else {
			$trigger( $order->get_id(), $order );
		}
	}

	private static function note( string $title ): string {
		return esc_html(
			sprintf(
				/* translators: %s: WooCommerce's name of the e-mail, such as Processing order. */
				__( 'An e-mail of WooCommerce waited for its document and was not sent, because the order has changed since: %s', 'orderinvoicer' ),
				$title
			)
		);
	}

	/** As `wp_mail()` takes them: a text, or a list of texts. */
	private static function line( mixed $value ): string {
		return is_array( $value ) ? implode( ',', array_filter( $value, is_string( ... ) ) )
			: ( is_string( $value ) ? $value : '' );
	}
}

<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Order;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Seen\PaidOrders;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Wording\Names\DayText;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\Names\ShopLanguage;
use OrderInvoicer\WordPress\Tables\CheckedRead;

/** As a gateway does it: `payment_complete()`, with stock, status and e-mails as for each payment. */
final class WooPaidOrders implements PaidOrders {

	/** Of what WooCommerce lets become paid, all but what somebody cancelled. */
	private const UNPAID = [ 'pending', 'on-hold', 'failed' ];

	public function __construct(
		private readonly OrderCaches $caches,
		private readonly DocumentNames $names,
		private readonly Logger $logger,
	) {}

	public function awaits_payment( int $order_id ): bool {
		return self::awaits( $this->order( $order_id ) );
	}

	public function pay( int $order_id, \DateTimeImmutable $paid_at, RemoteDocument $document ): bool {
		$order = $this->order( $order_id ); // It may have been paid or cancelled since it was asked.
		if ( $order === null || ! self::awaits( $order ) ) {
			return true;
		}
		$is_accepted = BelievedPayment::is_doubted( $order );
		BelievedPayment::believe( $order, $paid_at->getTimestamp() );
		try {
			// Stock, status and e-mails of an accepted one came with its status.
			$is_accepted && ! $order->has_status( self::UNPAID ) ? $order->save() : $order->payment_complete();
		} catch ( \Error $error ) { // WooCommerce catches exceptions only.
			unset( $error );
		}
		$now = $this->order( $order_id );
		if ( self::awaits( $now ) ) {
			$this->logger->error( 'An order could not become paid.', [ 'order_id' => $order_id ] );
			return false;
		}
		$note = fn (): string => sprintf(
			/* translators: 1: a document with its number, such as Invoice F-2026-00012, 2: a day. */
			__( 'Sellsy: %1$s was paid in full on %2$s, so this order is now paid.', 'orderinvoicer' ),
			$this->names->document( $document->kind, $document->number ),
			DayText::with_first( wc_format_datetime( new \WC_DateTime( $paid_at->format( DATE_ATOM ) ) ) )
		);
		$now?->add_order_note( esc_html( ShopLanguage::text( $note ) ) );
		return true;
	}

	public function is_doubtful( int $order_id, \DateTimeImmutable $from, \DateTimeImmutable $until ): bool {
		return $this->doubtful( $order_id, $from, $until ) !== null;
	}

	public function doubt( int $order_id, \DateTimeImmutable $from, \DateTimeImmutable $until ): void {
		$order = $this->doubtful( $order_id, $from, $until );
		if ( $order !== null ) {
			BelievedPayment::doubt( $order );
			$order->save();
		}
	}

	public function believe( int $order_id, \DateTimeImmutable $paid_at ): bool {
		$order = $this->order( $order_id );
		if ( $order === null || ! BelievedPayment::is_awaited( $order ) ) {
			return false;
		}
		BelievedPayment::believe( $order, $paid_at->getTimestamp() );
		$order->save();
		$order->add_order_note( esc_html__( 'The money of this order is there.', 'orderinvoicer' ), 0, true );
		return true;
	}

	public function move( int $order_id, string $status, DocumentKind $kind, string $number ): bool {
		$order = $this->order( $order_id );
		if ( $order === null || ! self::is_unpaid( $order ) ) {
			return true;
		}
		$was = $order->get_status();
		try {
			if ( in_array( $status, wc_get_is_paid_statuses(), true ) ) {
				BelievedPayment::doubt( $order ); // WooCommerce is about to date a payment, and nobody has paid.
			}
			// WooCommerce makes another status of one that is gone, such as that of a plugin.
			self::is_there( $status ) && $order->update_status( $status );
		} catch ( \Error $error ) { // WooCommerce catches exceptions only.
			unset( $error );
		}
		$now = $this->order( $order_id ); // WooCommerce may answer true for what was not saved.
		if ( $now?->get_status() === $was ) {
			BelievedPayment::forget( $now );
			$this->logger->error(
				'An order could not follow its proforma.',
				[
					'order_id' => $order_id,
					'status'   => $status,
				]
			);
			return false;
		}
		$note = fn (): string => sprintf(
			/* translators: %1$s: a document with its number, such as Proforma P-2026-00012. */
			__( 'Sellsy: the status follows %1$s.', 'orderinvoicer' ),
			$this->names->document( $kind, $number )
		);
		$now?->add_order_note( esc_html( ShopLanguage::text( $note ) ) );
		return true;
	}

	private static function is_there( string $status ): bool {
		return isset( wc_get_order_statuses()[ "wc-$status" ] );
	}

	private static function awaits( ?\WC_Order $order ): bool {
		return $order !== null && ( self::is_unpaid( $order ) || BelievedPayment::is_awaited( $order ) );
	}

	private static function is_unpaid( \WC_Order $order ): bool {
		return $order->has_status( self::UNPAID ) && $order->get_date_paid( 'edit' ) === null;
	}

	private function doubtful( int $order_id, \DateTimeImmutable $from, \DateTimeImmutable $until ): ?\WC_Order {
		$order   = $this->order( $order_id );
		$paid_at = $order?->get_date_paid( 'edit' )?->getTimestamp();
		return $order !== null
			&& $paid_at !== null
			&& $paid_at >= $from->getTimestamp()
			&& $paid_at <= $until->getTimestamp()
			&& $order->get_transaction_id( 'edit' ) === ''
			&& BelievedPayment::may_be_doubted( $order )
			? $order
			: null;
	}

	/** As it is in the database now, not as an earlier part of this process read it. */
	private function order( int $order_id ): ?\WC_Order {
		$this->caches->forget( [ $order_id ] );
		$order = CheckedRead::read( static fn (): mixed => wc_get_order( $order_id ) );
		return $order instanceof \WC_Order && $order->get_type() === 'shop_order' ? $order : null;
	}
}

<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\Noticed;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\Ending;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Ledger\OrderLinks;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\WooCommerce\Order\OtherCode;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\Names\DocumentPage;
use OrderInvoicer\Wording\Names\ShopLanguage;
use OrderInvoicer\Wording\Problems\ProblemText;
use OrderInvoicer\WordPress\Tables\CheckedRead;

/**
 * Meta and private notes on the order. Notes come before the meta that remembers them: a process that dies between the
 * two leaves a note too many, never one too few. What could not be read or written throws and is done again.
 */
final class WooOrderLinks implements OrderLinks {

	public function __construct(
		private readonly DocumentMeta $meta,
		private readonly DocumentPage $pages,
		private readonly ProblemText $problems,
		private readonly DocumentNames $names,
		private readonly Logger $logger,
	) {}

	public function url( int $order_id, DocumentKind $kind ): string {
		$order = $this->order( $order_id );
		return $order === null ? '' : CheckedRead::read( fn (): string => $this->meta->url( $order, $kind ) );
	}

	public function attach( int $order_id, RemoteDocument $document, int $refund_id = 0 ): void {
		$this->on( $order_id, fn ( \WC_Order $order ) => $this->attach_to( $order, $document, $refund_id ) );
	}

	private function attach_to( \WC_Order $order, RemoteDocument $document, int $refund_id ): void {
		$owner = $this->owner( $order, $document, $refund_id );
		if ( $owner === null ) {
			return;
		}
		$is_newest = $this->is_newest( $order, $document );
		if ( $this->noted_id( $owner, $document ) !== $document->id ) {
			$this->note( $order, $owner, $document );
		}
		if (
			$owner !== $order
			&& $this->meta->write_url( $owner, $document->kind, $this->pages->url( $document->kind, $document->id ) )
		) {
			$this->meta->save( $owner );
		}
		// Credit notes of one order are finished in any sequence; the order shows the newest.
		if ( $document->kind !== DocumentKind::CreditNote || $is_newest ) {
			$this->link( $order, $document->kind, $document->id );
		}
	}

	public function detach( int $order_id, DocumentKind $kind, int $document_id, int $left, int $refund_id = 0 ): void {
		CheckedRead::read(
			fn () => $this->detach_from( $this->order( $order_id ), $kind, $document_id, $left, $refund_id )
		);
	}

	private function detach_from(
		?\WC_Order $order,
		DocumentKind $kind,
		int $document_id,
		int $left,
		int $refund_id,
	): void {
		$url    = $this->pages->url( $kind, $document_id );
		$refund = $refund_id > 0 ? wc_get_order( $refund_id ) : null;
		if ( $order !== null && $this->meta->url( $order, $kind ) === $url ) {
			$left > 0 ? $this->link( $order, $kind, $left ) : $this->unlink( $order, $kind, $document_id );
		}
		if ( $refund instanceof \WC_Order_Refund && $this->meta->url( $refund, $kind ) === $url ) {
			$this->meta->remove_url( $refund, $kind );
			$this->meta->save( $refund );
		}
	}

	/**
	 * A refund remembers what was noted about its own credit note; the note itself stands on the order, where people
	 * read it. Of a refund that is gone the order remembers it, unless it shows a newer one: null.
	 */
	private function owner( \WC_Order $order, RemoteDocument $document, int $refund_id ): ?\WC_Abstract_Order {
		$refund = $refund_id > 0 ? wc_get_order( $refund_id ) : null;
		if ( $refund instanceof \WC_Order_Refund ) {
			return $refund;
		}
		return $refund_id === 0 || $this->is_newest( $order, $document ) ? $order : null;
	}

	private function is_newest( \WC_Order $order, RemoteDocument $document ): bool {
		return $this->noted_id( $order, $document ) <= $document->id;
	}

	private function link( \WC_Order $order, DocumentKind $kind, int $id ): void {
		$url = $this->pages->url( $kind, $id );
		if ( $this->meta->write_url( $order, $kind, $url ) ) {
			$this->meta->save( $order );
			/**
			 * An order has just got the link to a document at Sellsy, or a new one.
			 *
			 * @since 0.1.0
			 * @param \WC_Order $order
			 * @param string    $kind   such as `invoice`, as in `orderinvoicer.invoice_url`.
			 * @param int       $id     the document's id at Sellsy.
			 * @param string    $url    its page in Sellsy, as in the order's meta.
			 */
			OtherCode::tell(
				'orderinvoicer_document_linked',
				static fn () => do_action( 'orderinvoicer_document_linked', $order, $kind->value, $id, $url ),
				$this->logger
			);
		}
	}

	private function unlink( \WC_Order $order, DocumentKind $kind, int $id ): void {
		$this->meta->remove_url( $order, $kind );
		$this->meta->save( $order );
		/**
		 * An order has lost the link to a document that was deleted at Sellsy, or that a person unlinked, and no other
		 * of its kind is left.
		 *
		 * @since 0.1.0
		 * @param \WC_Order $order
		 * @param string    $kind such as `invoice`, as in `orderinvoicer.invoice_url`.
		 * @param int       $id   the id that the document had at Sellsy.
		 */
		OtherCode::tell(
			'orderinvoicer_document_unlinked',
			static fn () => do_action( 'orderinvoicer_document_unlinked', $order, $kind->value, $id ),
			$this->logger
		);
	}

	private function noted_id( \WC_Abstract_Order $order, RemoteDocument $document ): int {
		return (int) explode( '/', $this->meta->noted( $order, $document->kind ), 2 )[0];
	}

	public function note_finalised( int $order_id, RemoteDocument $document, int $refund_id = 0 ): void {
		$this->on( $order_id, fn ( \WC_Order $order ) => $this->note_final( $order, $document, $refund_id ) );
	}

	private function note_final( \WC_Order $order, RemoteDocument $document, int $refund_id ): void {
		$owner = $this->owner( $order, $document, $refund_id );
		if ( $owner !== null && $this->meta->noted( $owner, $document->kind ) !== $this->noted( $document ) ) {
			$this->note( $order, $owner, $document );
			/**
			 * A document has become final, here or by hand in Sellsy.
			 *
			 * @since 0.1.0
			 * @param \WC_Order $order
			 * @param string    $kind   such as `invoice`, as in `orderinvoicer.invoice_url`.
			 * @param int       $id     the document's id at Sellsy.
			 * @param string    $number the number that Sellsy gave it.
			 */
			OtherCode::tell(
				'orderinvoicer_document_finalised',
				static fn () => do_action(
					'orderinvoicer_document_finalised',
					$order,
					$document->kind->value,
					$document->id,
					$document->number
				),
				$this->logger
			);
		}
	}

	public function note_noticed( int $order_id, RemoteDocument $document, Noticed $noticed ): void {
		$this->on( $order_id, fn ( \WC_Order $order ) => $this->note_change( $order, $document, $noticed ) );
	}

	private function note_change( \WC_Order $order, RemoteDocument $document, Noticed $noticed ): void {
		$due   = $document->due?->to_string() ?? '';
		$noted = implode( '/', [ $document->kind->value, $document->id, $noticed->value, $due ] );
		if ( $this->meta->noted_change( $order ) === $noted ) {
			return;
		}
		$text = fn (): string => $this->names->noticed( $document->kind, $document->number, $noticed );
		$order->add_order_note( esc_html( ShopLanguage::text( $text ) ) );
		$this->meta->note_change( $order, $noted );
	}

	public function note_problem( int $order_id, Problem $problem ): void {
		$this->on( $order_id, fn ( \WC_Order $order ) => $this->note_need( $order, $problem ) );
	}

	private function note_need( \WC_Order $order, Problem $problem ): void {
		$plain     = ShopLanguage::text( fn(): string => $this->problems->sentences( $problem ) );
		$noted     = md5( $problem->code->value . $plain ); // Without the currency's sign, as releases before wrote it.
		$said      = explode( ' ', $this->meta->noted_problem( $order ) );
		$remarks   = array_slice( $said, 1 );
		$is_remark = $problem->traits()->ending === Ending::Remark; // Said once, whatever is said in between.
		if ( in_array( $noted, $is_remark ? $remarks : array_slice( $said, 0, 1 ), true ) ) {
			return;
		}
		$currency  = $order->get_currency( 'edit' );
		$sentences = ShopLanguage::text( fn(): string => $this->problems->sentences( $problem, $currency ) );
		$order->add_order_note(
			esc_html(
				/* translators: %s: what happened, why, and what to do next */
				ShopLanguage::text( static fn(): string => sprintf( __( 'Sellsy: %s', 'orderinvoicer' ), $sentences ) )
			)
		);
		$this->meta->note_problem(
			$order,
			implode(
				' ',
				$is_remark ? [ $said[0] === '' ? '-' : $said[0], ...$remarks, $noted ] : [ $noted, ...$remarks ]
			)
		);
		/**
		 * A person must act before this order's document can be made. Once per problem, not per try.
		 *
		 * @since 0.1.0
		 * @param \WC_Order $order
		 * @param string    $code     what is wrong, such as `tax_unmapped`.
		 * @param string    $sentence the same in the shop's language, with what to do.
		 */
		OtherCode::tell(
			'orderinvoicer_order_needs_attention',
			static fn () =>
				do_action( 'orderinvoicer_order_needs_attention', $order, $problem->code->value, $sentences ),
			$this->logger
		);
	}

	/** The order remembers the newest of its refunds' credit notes too. */
	private function note( \WC_Order $order, \WC_Abstract_Order $owner, RemoteDocument $document ): void {
		$order->add_order_note( ShopLanguage::text( fn(): string => $this->link_text( $document ) ) );
		$this->meta->note( $owner, $document->kind, $this->noted( $document ) );
		if ( $owner !== $order && $this->is_newest( $order, $document ) ) {
			$this->meta->note( $order, $document->kind, $this->noted( $document ) );
		}
	}

	private function link_text( RemoteDocument $document ): string {
		$link = sprintf(
			'<a href="%1$s">%2$s</a>',
			esc_url( $this->pages->url( $document->kind, $document->id ) ),
			esc_html( $this->names->document( $document->kind, $document->number ) )
		);
		/* translators: %s: link to the document, its text is the document's name */
		return sprintf( __( 'Sellsy: %s', 'orderinvoicer' ), $link );
	}

	private function noted( RemoteDocument $document ): string {
		return $document->number === '' ? (string) $document->id : "{$document->id}/{$document->number}";
	}

	/** @param \Closure( \WC_Order ): mixed $do nothing of an order that is gone. */
	private function on( int $order_id, \Closure $do ): void {
		CheckedRead::read(
			function () use ( $order_id, $do ): void {
				$order = $this->order( $order_id );
				if ( $order !== null ) {
					$do( $order );
				}
			}
		);
	}

	private function order( int $order_id ): ?\WC_Order {
		$order = CheckedRead::read( static fn (): mixed => wc_get_order( $order_id ) );
		return $order instanceof \WC_Order && $order->get_type() === 'shop_order' ? $order : null;
	}
}

<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Linking\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\BuyerIdentity;
use OrderInvoicer\Domain\Buyers\Candidate;
use OrderInvoicer\Domain\Buyers\Comparison;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\Likeness;
use OrderInvoicer\Domain\Documents\DocumentParties;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\StepCode;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;

/** A document that somebody made, beside its order: customer and total. */
final class CompareToLink {

	/** Sellsy's words of documents that nobody goes on with. */
	private const REFUSED = [ 'refused', 'expired' ];

	public function __construct(
		private readonly Orders $orders,
		private readonly Ledger $ledger,
	) {}

	/** @param CustomerRef|null $known the order's customer at Sellsy, where that is known. */
	public function proposal(
		OrderSnapshot $order,
		LinkTarget $target,
		RemoteDocument $document,
		?CustomerRef $known,
	): ?LinkProposal {
		$expected = $this->expected( $order, $target );
		$in_use   = $this->ledger->order_of( $target->kind, $document->id ) ?? 0;
		return $expected === null ? null : new LinkProposal(
			target: $target,
			document: $document,
			expected: $expected,
			currency: $order->currency,
			doubts: $this->doubts( $order, $document, $expected, $known ),
			obstacle: match ( true ) {
				$in_use > 0 => LinkObstacle::InUse,
				$document->is_cancelled() => LinkObstacle::Cancelled,
				$target->kind->is_validated() && ( $document->is_draft() || $document->number === '' ) =>
					LinkObstacle::Draft,
				default => null,
			},
			in_use_by: $in_use,
		);
	}

	/** TTC; null where the refund is gone. */
	private function expected( OrderSnapshot $order, LinkTarget $target ): ?Decimal {
		if ( $target->refund_id === 0 ) {
			return $order->total;
		}
		foreach ( $this->orders->refunds( $order->id ) as $refund ) {
			if ( $refund->id === $target->refund_id ) {
				return $refund->amount;
			}
		}
		return null;
	}

	/** @return list<LinkDoubt> */
	private function doubts(
		OrderSnapshot $order,
		RemoteDocument $document,
		Decimal $expected,
		?CustomerRef $known,
	): array {
		$is_other_currency = $document->currency !== '' && $document->currency !== $order->currency->code;
		$is_other_total    = $is_other_currency || ! $document->amounts->incl_tax->equals( $expected );
		return array_values(
			array_filter(
				[
					$is_other_total ? LinkDoubt::OtherTotal : null,
					$this->customer( $order, $document->parties, $known ),
					in_array( $document->status, self::REFUSED, true ) ? LinkDoubt::Refused : null,
				]
			)
		);
	}

	private function customer( OrderSnapshot $order, ?DocumentParties $parties, ?CustomerRef $known ): ?LinkDoubt {
		if ( $parties !== null && $known !== null && $known->facts() === $parties->ref->facts() ) {
			return null;
		}
		if ( $parties?->customer === null ) {
			return $parties === null || $known === null ? LinkDoubt::UnknownCustomer : LinkDoubt::OtherCustomer;
		}
		$buyer     = BuyerIdentity::from_buyer( $order->buyer, $order->billing );
		$candidate = new Candidate(
			customer: $parties->customer,
			how: StepCode::Remembered,
			is_ours: false,
			has_email: false,
			memories: [],
			addresses: static fn (): array => []
		);
		$is_same   = $buyer->type === $parties->ref->type
			&& Comparison::between( $buyer, $candidate, '' )->likeness === Likeness::Equal;
		return $is_same ? null : LinkDoubt::OtherCustomer;
	}
}

<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Drafts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Customers\Parties;
use OrderInvoicer\Domain\Customers\ResolveCustomer;
use OrderInvoicer\Domain\Documents\DocumentKey;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Settings\Settings;

/** Turns an order into the document for a row, with the totals that Sellsy agrees to. */
final class DocumentDrafter {

	public function __construct(
		private readonly ChooseParent $parent,
		private readonly ResolveCustomer $customer,
		private readonly DocumentAssembler $document_assembler,
	) {}

	/**
	 * What is remembered of Sellsy for the document will be asked for next.
	 *
	 * @return string the document's key.
	 */
	public function expect( Task $task, OrderSnapshot $billed, Settings $settings ): string {
		$this->document_assembler->expect( $billed );
		return DocumentKey::text( $settings->shop_code, $billed->number, $task->key->revision );
	}

	/**
	 * @param OrderSnapshot $billed what of the order the document charges.
	 * @param ?Parties      $for    whom it names; null: whoever the order names is looked for.
	 * @param bool          $is_compared `CheckDocument::agrees()` is asked about what is made of it.
	 * @throws NeedsAttention
	 * @throws RetryLater
	 * @throws RemoteFailure
	 */
	public function draft(
		Task $task,
		DocumentKind $kind,
		OrderSnapshot $order,
		OrderSnapshot $billed,
		Settings $settings,
		?Parties $for = null,
		bool $is_compared = false,
	): DocumentDraft {
		$parent  = $this->parent->parent_document( $task, $kind, $order );
		$parties = $for ?? $this->customer->resolve( $billed, $settings->shop_code );
		$parent  = $this->parent->for_customer( $task, $parent, $parties->customer );
		$key     = DocumentKey::text( $settings->shop_code, $billed->number, $task->key->revision );
		try {
			return $this->document_assembler->build(
				kind: $kind,
				order: $billed,
				settings: $settings,
				parties: $parties,
				key: $key,
				parent: $parent,
				known_rest: 0,
				is_compared: $is_compared
			);
		} catch ( NeedsAttention $stop ) {
			throw $stop->problem->is( ProblemCode::LinesDoNotAddUp )
				&& ! $order->total->equals( $billed->total )
				&& $this->adds_up( $order )
					? $this->not_of_the_order( $stop->problem, $order, $billed )
					: $stop;
		}
	}

	/** Roundings of a minor unit per line aside. */
	private function adds_up( OrderSnapshot $order ): bool {
		$rest = $order->total;
		foreach ( $order->lines as $line ) {
			$rest = $rest->minus( $line->incl_tax() );
		}
		return $rest->abs()->compare( Decimal::of_minor( count( $order->lines ), $order->currency->decimals ) ) <= 0;
	}

	/** It is the lines of a refund that was taken off which do not add up. */
	private function not_of_the_order( Problem $problem, OrderSnapshot $order, OrderSnapshot $billed ): NeedsAttention {
		$facts = [
			'refund' => $order->currency->rounded_text( $order->total->minus( $billed->total ) ),
			'lines'  => $order->currency->rounded_text(
				$order->total->minus( Decimal::from_string( $problem->fact( 'lines_total' ) ) )
			),
		];
		return NeedsAttention::because( ProblemCode::RefundLinesDiffer, $facts );
	}
}

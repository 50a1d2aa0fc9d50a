<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Preview;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Customers\CustomerKey;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Drafts\LostDocumentFinder;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Refunds\Credit;
use OrderInvoicer\Domain\Settings\Settings;

/** The credit note as the real work would build it, for the invoice's customer, and Sellsy's word on its totals. */
final class TryCreditNote {

	public function __construct(
		private readonly TryDocument $try,
		private readonly AskSellsy $sellsy,
		private readonly LostDocumentFinder $reconcile,
	) {}

	/**
	 * @param Task $invoice the row that makes the invoice.
	 * @return array{DryTotals, bool} and whether Sellsy agrees; it is asked only where the invoice's customer is known.
	 * @throws NeedsAttention
	 * @throws RemoteFailure
	 */
	public function totals( Credit $credit, Task $invoice, Settings $settings ): array {
		$customer = $this->reconcile->sent_for( $invoice );
		$nobody   = new CustomerRef( CustomerKey::for_buyer( $credit->order->buyer, $credit->order->id )->type(), 0 );
		$draft    = $this->try->draft(
			DocumentKind::CreditNote,
			$credit->order,
			$settings,
			$customer ?? $nobody,
			$credit->known_rest
		);
		$checked  = $customer === null ? null : $this->sellsy->about( $draft );
		return [ $this->try->totals( $checked ?? $draft, $settings ), $checked !== null ];
	}
}

<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application\CreditPreview;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Application\DryRun\AskSellsy;
use OrderInvoicer\Application\DryRun\DryTotals;
use OrderInvoicer\Application\DryRun\TryDocument;
use OrderInvoicer\Application\ReconcileDocument;
use OrderInvoicer\Application\RemoteFailure;
use OrderInvoicer\Domain\Customer\CustomerKey;
use OrderInvoicer\Domain\Customer\CustomerRef;
use OrderInvoicer\Domain\Document\CannotInvoice;
use OrderInvoicer\Domain\Document\DocumentKind;
use OrderInvoicer\Domain\Refund\Credit;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Sync\Sync;

/** The credit note as the real work would build it, for the invoice's customer, and Sellsy's word on its totals. */
final class TryCreditNote {

	public function __construct(
		private readonly TryDocument $try,
		private readonly AskSellsy $sellsy,
		private readonly ReconcileDocument $reconcile,
	) {}

	/**
	 * @param Sync $invoice the row that makes the invoice.
	 * @return array{DryTotals, bool} and whether Sellsy agrees; it is asked only where the invoice's customer is known.
	 * @throws CannotInvoice
	 * @throws RemoteFailure
	 */
	public function totals( Credit $credit, Sync $invoice, Settings $settings ): array {
		$customer = $this->reconcile->sent_for( $invoice );
		$nobody   = new CustomerRef( CustomerKey::of( $credit->order->buyer, $credit->order->id )->type(), 0 );
		$draft    = $this->try->draft( DocumentKind::CreditNote, $credit->order, $settings, $customer ?? $nobody, $credit->known_rest );
		$checked  = $customer === null ? null : $this->sellsy->about( $draft );
		return [ $this->try->totals( $checked ?? $draft, $settings ), $checked !== null ];
	}
}

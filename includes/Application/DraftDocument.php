<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application;

use OrderInvoicer\Domain\Document\CannotInvoice;
use OrderInvoicer\Domain\Document\DocumentDraft;
use OrderInvoicer\Domain\Document\DocumentKey;
use OrderInvoicer\Domain\Document\DocumentKind;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Sync\Sync;

/** Rows 7 to 10 of the straight line: the document that a row makes of an order, as Sellsy agrees to it. */
final class DraftDocument {

	public function __construct(
		private readonly ChooseParent $parent,
		private readonly ResolveCustomer $customer,
		private readonly BuildDocument $build,
	) {}

	/**
	 * @param OrderSnapshot $billed what of the order the document charges.
	 * @throws CannotInvoice
	 * @throws Wait
	 * @throws RemoteFailure
	 */
	public function of( Sync $sync, DocumentKind $kind, OrderSnapshot $billed, Settings $settings ): DocumentDraft {
		$parent  = $this->parent->of( $sync, $kind );
		$parties = $this->customer->resolve( $billed, $settings->shop_code );
		$key     = DocumentKey::of( $settings->shop_code, $billed->number, $sync->key->revision );
		return $this->build->build( $kind, $billed, $settings, $parties, $key, $parent );
	}
}

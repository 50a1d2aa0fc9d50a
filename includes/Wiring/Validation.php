<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Drafts\DraftUpdater;
use OrderInvoicer\Domain\Drafts\EligibilityCheck;
use OrderInvoicer\Domain\Drafts\DocumentCompletion;
use OrderInvoicer\Domain\Drafts\LostDocumentFinder;
use OrderInvoicer\Domain\Finalising\SettleBuyer;
use OrderInvoicer\Domain\Finalising\ValidateDocument;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;

/** Drafts become final. */
final class Validation {

	public function __construct(
		private readonly Foundation $on,
		private readonly SellsyParts $sellsy,
		private readonly RemoteIds $once,
	) {}

	public function validate( EligibilityCheck $decide, LostDocumentFinder $reconcile, DraftUpdater $update, DocumentCompletion $finish ): ValidateDocument {
		$refunds   = new Refunds( $this->on, $this->sellsy );
		$addresses = ( new CustomerParts( $this->on, $this->sellsy, $this->once ) )->resolve_addresses();
		return new ValidateDocument(
			$this->sellsy->invoicing(),
			$this->on->ledger(),
			$this->on->orders(),
			$this->on->settings(),
			$decide,
			$refunds->billed(),
			new SettleBuyer( $this->sellsy->customers(), $reconcile, $addresses, $refunds->take_draft(), $update, $refunds->billed(), $finish ),
			$this->once,
			( new Notices( $this->on ) )->gone(),
			$finish,
			$this->on->clock,
			( new Restored( $this->on, $this->sellsy, $this->once ) )->unrecorded(),
			$this->on->recent_answers()
		);
	}
}

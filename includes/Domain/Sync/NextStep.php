<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Sync;

use OrderInvoicer\Domain\Document\RemoteDocument;
use OrderInvoicer\Domain\Settings\InvoiceSettings;

/** What follows a finished effect, each as a row of its own. */
final class NextStep {

	/** @return list<Effect> */
	public function after( Effect $effect, RemoteDocument $document, InvoiceSettings $settings ): array {
		if ( $effect === Effect::CreateInvoice && $settings->finalise && $document->is_draft() ) {
			return [ Effect::ValidateInvoice ];
		}
		return [];
	}
}

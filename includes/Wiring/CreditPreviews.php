<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\BuiltScript;
use OrderInvoicer\Admin\CreditPreviewPart;
use OrderInvoicer\Domain\Drafts\LostDocumentFinder;
use OrderInvoicer\Domain\Failures\FailureProblem;
use OrderInvoicer\Domain\Failures\RepeatPolicy;
use OrderInvoicer\Domain\Preview\PreviewCreditNote;
use OrderInvoicer\Domain\Preview\TryCreditNote;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;
use OrderInvoicer\Reports\CreditPreviewView;
use OrderInvoicer\Reports\ProblemView;
use OrderInvoicer\Rest\OrderAccess;
use OrderInvoicer\Rest\Preview\CreditPreviewController;
use OrderInvoicer\Rest\SchemaSet;
use OrderInvoicer\WordPress\Secrets\SaltedFingerprints;

/** What a credit note would say: the use case, and where people and programs meet it. */
final class CreditPreviews {

	public function __construct(
		private readonly Foundation $on,
		private readonly SellsyParts $sellsy,
	) {}

	public function preview(): PreviewCreditNote {
		$account   = $this->sellsy->account();
		$refunds   = new Refunds( $this->on, $this->sellsy );
		$old       = new OldOrders( $this->on, $this->sellsy );
		$once      = new RemoteIds( $account, $this->on->links(), $this->on->clock, $this->on->randomness() );
		$reconcile = new LostDocumentFinder( $this->sellsy->invoicing(), $once, $this->on->ledger(), new RepeatPolicy(), $this->on->clock, $this->on->clashes(), new SaltedFingerprints() );
		return new PreviewCreditNote(
			$this->on->stored_orders(),
			$this->on->settings(),
			$this->on->ledger(),
			$account,
			$refunds->to_credit(),
			$refunds->credit_for(),
			$refunds->left(),
			new TryCreditNote( $old->try_document(), $old->ask_sellsy(), $reconcile ),
			new FailureProblem(),
			$this->on->clock
		);
	}

	public function rest( SchemaSet $schemas, OrderAccess $access ): CreditPreviewController {
		return new CreditPreviewController( $schemas, $this->preview(), new CreditPreviewView( new ProblemView( $this->on->problem_text() ) ), $access );
	}

	/** @param string $file the plugin's main file. */
	public function part( string $file ): CreditPreviewPart {
		return new CreditPreviewPart( new BuiltScript( $file, 'order-meta-box' ) );
	}
}

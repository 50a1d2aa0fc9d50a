<?php
declare( strict_types=1 );

namespace OrderInvoicer\Composition;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Application\BringDraftUpToDate;
use OrderInvoicer\Application\BuildDocument;
use OrderInvoicer\Application\CreateOnce;
use OrderInvoicer\Application\EffectWork;
use OrderInvoicer\Application\FinishDocument;
use OrderInvoicer\Application\FinishEffect;
use OrderInvoicer\Application\OpenFollowUps;
use OrderInvoicer\Application\Payment\LinkPayment;
use OrderInvoicer\Application\Payment\PayOnce;
use OrderInvoicer\Application\ReadTaxes;
use OrderInvoicer\Application\ReconcileDocument;
use OrderInvoicer\Application\Refund\CreateCreditNote;
use OrderInvoicer\Application\Refund\CreditFor;
use OrderInvoicer\Application\Refund\DraftWholeCredit;
use OrderInvoicer\Application\Refund\InvoiceToCredit;
use OrderInvoicer\Application\Refund\LeftOfInvoice;
use OrderInvoicer\Application\Refund\LinkCreditNote;
use OrderInvoicer\Application\Refund\LowerDraft;
use OrderInvoicer\Application\Refund\PayBack;
use OrderInvoicer\Application\Refund\RefundToCredit;
use OrderInvoicer\Application\Refund\WhatIsBilled;
use OrderInvoicer\Application\TakeDraft;
use OrderInvoicer\Application\Unrecorded;
use OrderInvoicer\Domain\Document\StandingAmounts;
use OrderInvoicer\Domain\Refund\CreditedOrder;
use OrderInvoicer\Domain\Sync\Effect;
use OrderInvoicer\Domain\Sync\RepeatPolicy;
use OrderInvoicer\Domain\Workflow\Crediting;
use OrderInvoicer\Domain\Workflow\FollowRule;
use OrderInvoicer\Domain\Workflow\Reinstating;
use OrderInvoicer\Domain\Workflow\SettingCredit;
use OrderInvoicer\WooCommerce\ShopTexts;

/** Refunds: credit notes, their link to the invoice, money paid back. */
final class Refunds {

	public function __construct(
		private readonly Foundation $on,
		private readonly SellsyParts $sellsy,
	) {}

	/** @return list<FollowRule> */
	public function rules(): array {
		return [ new Crediting(), new Reinstating(), new SettingCredit() ];
	}

	public function billed(): WhatIsBilled {
		return new WhatIsBilled( $this->on->orders(), $this->on->ledger(), new StandingAmounts() );
	}

	public function create_credit_note( BuildDocument $build, CreateOnce $once, ReconcileDocument $reconcile, FinishDocument $finish, BringDraftUpToDate $update ): CreateCreditNote {
		return new CreateCreditNote(
			$this->on->orders(),
			$this->on->settings(),
			$this->to_credit(),
			$this->invoices(),
			$this->credit_for(),
			new DraftWholeCredit( $this->sellsy->invoicing(), $this->sellsy->credit_notes(), $this->sellsy->account(), $this->left(), $build, new ShopTexts() ),
			new LowerDraft( $this->on->ledger(), $this->billed(), $update, $finish, $this->take_draft() ),
			$build,
			$once,
			$reconcile,
			$finish,
			$this->billed(),
			$this->sellsy->invoicing(),
			$this->left()
		);
	}

	/** @return array<string, EffectWork> by Effect value. */
	public function effects( FinishEffect $finish, OpenFollowUps $follow_ups, ReconcileDocument $reconcile, Unrecorded $unrecorded ): array {
		$payments = $this->sellsy->payments();
		$once     = new PayOnce( $payments, $this->on->ledger(), new RepeatPolicy(), $this->on->clock, $unrecorded );
		return [
			Effect::LinkCreditNote->value => new LinkCreditNote( $this->sellsy->credit_notes(), $payments, $this->on->ledger(), $this->invoices(), $reconcile, $finish, $follow_ups ),
			Effect::PayBack->value        => new PayBack( $this->on->orders(), $this->on->settings(), $this->on->ledger(), $this->to_credit(), $reconcile, $once, new LinkPayment( $payments ), $finish ),
		];
	}

	public function credit_for(): CreditFor {
		return new CreditFor( $this->on->orders(), $this->on->ledger(), new ReadTaxes( $this->sellsy->account() ), $this->billed(), new CreditedOrder( new ShopTexts() ), $this->left() );
	}

	public function left(): LeftOfInvoice {
		return new LeftOfInvoice( $this->on->orders(), $this->on->ledger(), $this->sellsy->invoicing(), $this->billed(), ( new Notices( $this->on ) )->gone() );
	}

	public function take_draft(): TakeDraft {
		return new TakeDraft( $this->on->ledger(), $this->on->clock, $this->on->randomness );
	}

	public function to_credit(): RefundToCredit {
		return new RefundToCredit( $this->on->orders(), $this->on->ledger(), $this->on->clock );
	}

	private function invoices(): InvoiceToCredit {
		return new InvoiceToCredit( $this->on->ledger(), $this->sellsy->invoicing(), ( new Notices( $this->on ) )->final() );
	}
}

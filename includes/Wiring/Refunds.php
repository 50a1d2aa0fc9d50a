<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Backup\Unrecorded;
use OrderInvoicer\Domain\Drafts\BringDraftUpToDate;
use OrderInvoicer\Domain\Drafts\BuildDocument;
use OrderInvoicer\Domain\Drafts\CreateOnce;
use OrderInvoicer\Domain\Drafts\FinishDocument;
use OrderInvoicer\Domain\Drafts\LowerDraft;
use OrderInvoicer\Domain\Drafts\ReconcileDocument;
use OrderInvoicer\Domain\Drafts\TakeDraft;
use OrderInvoicer\Domain\Failures\RepeatPolicy;
use OrderInvoicer\Domain\FollowUps\Crediting;
use OrderInvoicer\Domain\FollowUps\FollowRule;
use OrderInvoicer\Domain\FollowUps\OpenFollowUps;
use OrderInvoicer\Domain\FollowUps\Reinstating;
use OrderInvoicer\Domain\FollowUps\SettingCredit;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\EffectWork;
use OrderInvoicer\Domain\Ledger\FinishEffect;
use OrderInvoicer\Domain\OrderBook\StandingAmounts;
use OrderInvoicer\Domain\OrderBook\WhatIsBilled;
use OrderInvoicer\Domain\Payments\LinkPayment;
use OrderInvoicer\Domain\Payments\PayOnce;
use OrderInvoicer\Domain\Refunds\CreateCreditNote;
use OrderInvoicer\Domain\Refunds\CreditedOrder;
use OrderInvoicer\Domain\Refunds\CreditFor;
use OrderInvoicer\Domain\Refunds\DraftWholeCredit;
use OrderInvoicer\Domain\Refunds\InvoiceToCredit;
use OrderInvoicer\Domain\Refunds\LeftOfInvoice;
use OrderInvoicer\Domain\Refunds\LinkCreditNote;
use OrderInvoicer\Domain\Refunds\PayBack;
use OrderInvoicer\Domain\Refunds\RefundToCredit;
use OrderInvoicer\Domain\Taxes\ReadTaxes;
use OrderInvoicer\Wording\Names\ShopTexts;

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

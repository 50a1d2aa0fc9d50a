<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Backup\Unrecorded;
use OrderInvoicer\Domain\Drafts\DraftUpdater;
use OrderInvoicer\Domain\Drafts\DocumentAssembler;
use OrderInvoicer\Domain\Drafts\DocumentWriter;
use OrderInvoicer\Domain\Drafts\DocumentCompletion;
use OrderInvoicer\Domain\Drafts\LowerDraft;
use OrderInvoicer\Domain\Drafts\LostDocumentFinder;
use OrderInvoicer\Domain\Drafts\TakeDraft;
use OrderInvoicer\Domain\Failures\RepeatPolicy;
use OrderInvoicer\Domain\FollowUps\CreditNoteRule;
use OrderInvoicer\Domain\FollowUps\FollowRule;
use OrderInvoicer\Domain\FollowUps\FollowUpPlanner;
use OrderInvoicer\Domain\FollowUps\ReinvoiceRule;
use OrderInvoicer\Domain\FollowUps\CreditAllocationRule;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskHandler;
use OrderInvoicer\Domain\Ledger\CompleteTask;
use OrderInvoicer\Domain\OrderBook\StandingAmounts;
use OrderInvoicer\Domain\OrderBook\BillableOrder;
use OrderInvoicer\Domain\Payments\LinkPayment;
use OrderInvoicer\Domain\Payments\PayOnce;
use OrderInvoicer\Domain\Refunds\CreateCreditNote;
use OrderInvoicer\Domain\Refunds\CreditedOrder;
use OrderInvoicer\Domain\Refunds\CreditFor;
use OrderInvoicer\Domain\Refunds\DraftWholeCredit;
use OrderInvoicer\Domain\Refunds\InvoiceToCredit;
use OrderInvoicer\Domain\Refunds\CreditableBalance;
use OrderInvoicer\Domain\Refunds\AllocateCreditNote;
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
		return [ new CreditNoteRule(), new ReinvoiceRule(), new CreditAllocationRule() ];
	}

	public function billed(): BillableOrder {
		return new BillableOrder( $this->on->orders(), $this->on->ledger(), new StandingAmounts() );
	}

	public function create_credit_note( DocumentAssembler $build, DocumentWriter $once, LostDocumentFinder $reconcile, DocumentCompletion $finish, DraftUpdater $update ): CreateCreditNote {
		return new CreateCreditNote(
			$this->on->orders(),
			$this->on->settings(),
			$this->to_credit(),
			$this->invoices(),
			$this->credit_for(),
			new DraftWholeCredit( $this->sellsy->credit_notes(), $this->sellsy->account(), $this->left(), $build, new ShopTexts() ),
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

	/** @return array<string, TaskHandler> by Effect value. */
	public function effects( CompleteTask $finish, FollowUpPlanner $follow_ups, LostDocumentFinder $reconcile, Unrecorded $unrecorded ): array {
		$payments = $this->sellsy->payments();
		$once     = new PayOnce( $payments, $this->on->ledger(), new RepeatPolicy(), $this->on->clock, $unrecorded );
		return [
			Effect::LinkCreditNote->value => new AllocateCreditNote( $this->sellsy->credit_notes(), $payments, $this->on->ledger(), $this->invoices(), $reconcile, $finish, $follow_ups, $this->on->recent_answers() ),
			Effect::PayBack->value        => new PayBack( $this->on->orders(), $this->on->settings(), $this->on->ledger(), $this->to_credit(), $reconcile, $once, new LinkPayment( $payments, $this->on->recent_answers() ), $finish ),
		];
	}

	public function credit_for(): CreditFor {
		return new CreditFor( $this->on->orders(), $this->on->ledger(), new ReadTaxes( $this->sellsy->account() ), $this->billed(), new CreditedOrder( new ShopTexts() ), $this->left() );
	}

	public function left(): CreditableBalance {
		return new CreditableBalance( $this->on->orders(), $this->on->ledger(), $this->sellsy->invoicing(), $this->billed(), ( new Notices( $this->on ) )->gone(), $this->on->recent_answers() );
	}

	public function take_draft(): TakeDraft {
		return new TakeDraft( $this->on->ledger(), $this->on->clock, $this->on->randomness() );
	}

	public function to_credit(): RefundToCredit {
		return new RefundToCredit( $this->on->orders(), $this->on->ledger(), $this->on->clock );
	}

	private function invoices(): InvoiceToCredit {
		return new InvoiceToCredit( $this->on->ledger(), $this->sellsy->invoicing(), ( new Notices( $this->on ) )->final() );
	}
}

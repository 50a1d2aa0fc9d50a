<?php

declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Backup\Unrecorded;
use OrderInvoicer\Domain\Drafts\ReconcileDocument;
use OrderInvoicer\Domain\Failures\RepeatPolicy;
use OrderInvoicer\Domain\Finalising\ChangeState;
use OrderInvoicer\Domain\Finalising\SendDocument;
use OrderInvoicer\Domain\FollowUps\FollowRule;
use OrderInvoicer\Domain\FollowUps\Mailing;
use OrderInvoicer\Domain\FollowUps\Moving;
use OrderInvoicer\Domain\FollowUps\Paying;
use OrderInvoicer\Domain\FollowUps\Updating;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\EffectWork;
use OrderInvoicer\Domain\Ledger\FinishEffect;
use OrderInvoicer\Domain\Payments\AmountToRecord;
use OrderInvoicer\Domain\Payments\LinkPayment;
use OrderInvoicer\Domain\Payments\PayOnce;
use OrderInvoicer\Domain\Payments\RecordPayment;

/** What happens to documents that exist: payments, e-mails, states. */
final class AfterDocuments {

	public function __construct(
		private readonly Foundation $on,
		private readonly SellsyParts $sellsy,
	) {}

	/** @return list<FollowRule> */
	public function rules(): array {
		return [ new Updating(), new Moving(), new Paying(), new Mailing() ];
	}

	/** @return array<string, EffectWork> by Effect value. */
	public function effects( FinishEffect $finish, ReconcileDocument $reconcile, Unrecorded $unrecorded ): array {
		$payments = $this->sellsy->payments();
		$ledger   = $this->on->ledger();
		$orders   = $this->on->orders();
		return [
			Effect::RecordPayment->value => new RecordPayment( $ledger, $orders, $this->on->settings(), $reconcile, new PayOnce( $payments, $ledger, new RepeatPolicy(), $this->on->clock, $unrecorded ), new AmountToRecord( $payments, $ledger, $orders ), new LinkPayment( $payments ), $finish ),
			Effect::SendDocument->value  => new SendDocument( $ledger, $orders, $this->on->settings(), $this->sellsy->steps(), $finish, $this->on->clock, $unrecorded ),
			Effect::ChangeState->value   => new ChangeState( $ledger, $orders, $this->on->settings(), $this->sellsy->steps(), $finish ),
		];
	}
}

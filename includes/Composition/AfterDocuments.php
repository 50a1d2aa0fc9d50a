<?php

declare( strict_types=1 );

namespace OrderInvoicer\Composition;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Application\EffectWork;
use OrderInvoicer\Application\FinishEffect;
use OrderInvoicer\Application\Payment\AmountToRecord;
use OrderInvoicer\Application\Payment\LinkPayment;
use OrderInvoicer\Application\Payment\PayOnce;
use OrderInvoicer\Application\Payment\RecordPayment;
use OrderInvoicer\Application\ReconcileDocument;
use OrderInvoicer\Application\Steps\ChangeState;
use OrderInvoicer\Application\Steps\SendDocument;
use OrderInvoicer\Application\Unrecorded;
use OrderInvoicer\Domain\Sync\Effect;
use OrderInvoicer\Domain\Sync\RepeatPolicy;
use OrderInvoicer\Domain\Workflow\FollowRule;
use OrderInvoicer\Domain\Workflow\Mailing;
use OrderInvoicer\Domain\Workflow\Moving;
use OrderInvoicer\Domain\Workflow\Paying;
use OrderInvoicer\Domain\Workflow\Updating;

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

<?php

declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Backup\Unrecorded;
use OrderInvoicer\Domain\Drafts\LostDocumentFinder;
use OrderInvoicer\Domain\Failures\RepeatPolicy;
use OrderInvoicer\Domain\Finalising\ChangeState;
use OrderInvoicer\Domain\Finalising\SendDocument;
use OrderInvoicer\Domain\FollowUps\FollowRule;
use OrderInvoicer\Domain\FollowUps\EmailRule;
use OrderInvoicer\Domain\FollowUps\DocumentStateRule;
use OrderInvoicer\Domain\FollowUps\PaymentRule;
use OrderInvoicer\Domain\FollowUps\DraftUpdateRule;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskHandler;
use OrderInvoicer\Domain\Ledger\CompleteTask;
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
		return [ new DraftUpdateRule(), new DocumentStateRule(), new PaymentRule(), new EmailRule() ];
	}

	/** @return array<string, TaskHandler> by Effect value. */
	public function effects( CompleteTask $finish, LostDocumentFinder $reconcile, Unrecorded $unrecorded ): array {
		$payments = $this->sellsy->payments();
		$ledger   = $this->on->ledger();
		$orders   = $this->on->orders();
		return [
			Effect::RecordPayment->value => new RecordPayment( $ledger, $orders, $this->on->settings(), $reconcile, new PayOnce( $payments, $ledger, new RepeatPolicy(), $this->on->clock, $unrecorded ), new AmountToRecord( $payments, $ledger, $orders, $this->on->recent_answers() ), new LinkPayment( $payments, $this->on->recent_answers() ), $finish ),
			Effect::SendDocument->value  => new SendDocument( $ledger, $orders, $this->on->settings(), $this->sellsy->steps(), $finish, $this->on->clock, $unrecorded ),
			Effect::ChangeState->value   => new ChangeState( $ledger, $orders, $this->on->settings(), $this->sellsy->steps(), $finish ),
		];
	}
}

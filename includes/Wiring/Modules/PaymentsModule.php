<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Payments\EarlierWalk;
use OrderInvoicer\Domain\Payments\LinkPayment;
use OrderInvoicer\Domain\Payments\MovedPayment;
use OrderInvoicer\Domain\Payments\MovePayments;
use OrderInvoicer\Domain\Payments\OpenEarlier;
use OrderInvoicer\Domain\Payments\OthersMoney;
use OrderInvoicer\Domain\Payments\PayOnce;
use OrderInvoicer\Domain\Payments\RecordEarlier;
use OrderInvoicer\Domain\Payments\RecordPayment;
use OrderInvoicer\Domain\Payments\WeighPayment;

/** Money that came in, and its link to the document. */
final class PaymentsModule {

	public readonly OthersMoney $others_money;
	public readonly PayOnce $pay_once;
	public readonly LinkPayment $link_payment;
	public readonly MovePayments $move_payments;
	public readonly RecordPayment $record_payment;
	public readonly RecordEarlier $record_earlier;

	public function __construct(
		Ports $ports,
		OrderBookModule $order_book,
		DocumentsModule $documents,
		RemoteIdsModule $remote_ids,
	) {
		$payments = $ports->payments();

		$this->others_money   = new OthersMoney(
			$payments,
			$ports->ledger(),
			$documents->recent_answers,
			$ports->observations()
		);
		$this->pay_once       = new PayOnce(
			$payments,
			$ports->ledger(),
			$remote_ids->empty_search,
			$ports->clock(),
			$remote_ids->unrecorded
		);
		$this->link_payment   = new LinkPayment( $payments, $documents->recent_answers );
		$this->move_payments  = $this->move_payments( $ports, $order_book, $documents );
		$this->record_earlier = $this->record_earlier( $ports, $remote_ids );
		$this->record_payment = new RecordPayment(
			$ports->ledger(),
			$order_book->orders,
			$ports->settings(),
			$documents->lost_document_finder,
			$this->pay_once,
			new WeighPayment( $this->others_money, $ports->ledger(), $order_book->orders ),
			$this->link_payment,
			$order_book->complete_task,
			$this->moved_payment( $ports ),
			$documents->still_stands,
			new OpenEarlier( $ports->ledger(), $ports->clock() ),
			$ports->clock()
		);
	}

	private function move_payments(
		Ports $ports,
		OrderBookModule $order_book,
		DocumentsModule $documents,
	): MovePayments {
		return new MovePayments(
			$ports->payments(),
			$ports->credit_notes(),
			$ports->ledger(),
			$order_book->orders,
			$documents->recent_answers,
			$ports->clock()
		);
	}

	private function moved_payment( Ports $ports ): MovedPayment {
		return new MovedPayment(
			$this->move_payments,
			$ports->payments(),
			$ports->ledger(),
			$ports->clock(),
			$ports->observations()
		);
	}

	private function record_earlier( Ports $ports, RemoteIdsModule $remote_ids ): RecordEarlier {
		return new RecordEarlier(
			$ports->unrecorded_payments(),
			$ports->settings(),
			new OpenEarlier( $ports->ledger(), $ports->clock() ),
			$ports->queue(),
			new EarlierWalk( $remote_ids->remote_ids, $ports->clock() )
		);
	}
}

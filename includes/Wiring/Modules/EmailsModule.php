<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Emails\HandOnce;
use OrderInvoicer\Domain\Emails\NotifyCustomer;
use OrderInvoicer\Domain\Emails\SendHeldEmail;

/** The shop's e-mails to its customers. */
final class EmailsModule {

	public readonly NotifyCustomer $notify_customer;
	public readonly SendHeldEmail $send_held_email;

	public function __construct(
		Ports $ports,
		OrderBookModule $order_book,
		DocumentsModule $documents,
		RemoteIdsModule $remote_ids,
	) {
		$once = new HandOnce( $ports->ledger(), $ports->clock() );

		$this->notify_customer = new NotifyCustomer(
			ledger: $ports->ledger(),
			orders: $order_book->orders,
			emails: $ports->shop_emails(),
			invoicing: $ports->invoicing(),
			answers: $documents->recent_answers,
			finish: $order_book->complete_task,
			once: $once,
			unrecorded: $remote_ids->unrecorded
		);
		$this->send_held_email = new SendHeldEmail(
			ledger: $ports->ledger(),
			emails: $ports->held_emails(),
			once: $once,
			finish: $order_book->complete_task,
			settings: $ports->settings(),
			site: $ports->site(),
			gaps: $ports->gaps(),
			clock: $ports->clock()
		);
	}
}

<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Composition;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\FollowUps\CreditAllocationRule;
use OrderInvoicer\Domain\FollowUps\CreditNoteRule;
use OrderInvoicer\Domain\FollowUps\DocumentStateRule;
use OrderInvoicer\Domain\FollowUps\DraftUpdateRule;
use OrderInvoicer\Domain\FollowUps\EmailRule;
use OrderInvoicer\Domain\FollowUps\FinaliseRule;
use OrderInvoicer\Domain\FollowUps\FollowRule;
use OrderInvoicer\Domain\FollowUps\PaymentRule;
use OrderInvoicer\Domain\FollowUps\ReinvoiceRule;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskHandler;
use OrderInvoicer\Domain\OrderBook\DocumentFiles;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Sales\SaleOrders;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Watching\LostDocumentRule;
use OrderInvoicer\Features\TalkBack\Rules\FollowedByHandRule;

/**
 * What does not follow from the type of a constructor's parameter: a function for each such parameter, called
 * `class_parameter()`, which gets what it asks for as a constructor does.
 */
final class Factories {

	/** By interface: who answers it where nothing else is said. A parameter with the name of a port gets that port. */
	public const ANSWERS = [
		Orders::class => SaleOrders::class,
	];

	/** What is made for each who asks, because it holds something for one piece of work. */
	public const ANEW = [];

	/** @return array<string, \Closure(): TaskHandler> */
	public static function task_runner_effects( Handlers $handlers ): array {
		return $handlers->by_effect();
	}

	/** @return array<string, \Closure( Task, bool, string ): ( Task|bool|null )> */
	public static function task_acts_handlers( Acts $acts ): array {
		return $acts->by_act();
	}

	/** @return list<FollowRule> in the sequence in which they are asked. A new rule is named here. */
	public static function follow_up_planner_rules(): array {
		return [
			new DraftUpdateRule(),
			new DocumentStateRule(),
			new PaymentRule(),
			new EmailRule(),
			new FollowedByHandRule(),
			new FinaliseRule(),
			new CreditNoteRule(),
			new ReinvoiceRule(),
			new LostDocumentRule(),
			new CreditAllocationRule(),
		];
	}

	/**
	 * Each file has its own patience.
	 *
	 * @return \Closure(): DocumentFiles
	 */
	public static function fill_archive_document_files( Ports $ports ): \Closure {
		return $ports->document_files( ... );
	}

	/** @return \Closure(): bool */
	public static function fill_report_nothing_waits( Ports $ports, Clock $clock ): \Closure {
		return static fn (): bool => $ports->due_tasks()->next( $clock->now(), [], null ) === null;
	}

	/** @return \Closure(): bool */
	public static function fill_report_has_calls_left( Ports $ports, Clock $clock ): \Closure {
		return static fn (): bool => $ports->calls_left()->this_minute()?->leaves_reserve( $clock->now() ) === true;
	}
}

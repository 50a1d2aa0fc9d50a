<?php

declare( strict_types=1 );

namespace OrderInvoicer\Reports;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\RightState;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Sellsy\Transport\SeenQuota;
use OrderInvoicer\WordPress\Counts\FailedTries;
use OrderInvoicer\WordPress\Counts\ProblemGroups;
use OrderInvoicer\WordPress\Queue\HooksInPlace;
use OrderInvoicer\WordPress\Queue\PassState;
use OrderInvoicer\WordPress\Queue\SweepHealth;

/**
 * Whether all is well, as the schema `overview` shows it.
 *
 * @phpstan-import-type DayAnswer from DocumentsView
 * @phpstan-import-type LastDocumentAnswer from DocumentsView
 * @phpstan-import-type MendedAnswer from Mended
 * @phpstan-import-type MoneyAnswer from MoneyView
 * @phpstan-import-type StatusAnswer from StatusView
 * @phpstan-import-type TaskAnswer from TaskView
 *
 * @phpstan-type QuotaAnswer array{
 *     at: Rfc3339,
 *     second: NaturalInt|null,
 *     minute: NaturalInt|null,
 *     day: NaturalInt|null,
 *     month: NaturalInt|null,
 * }
 * @phpstan-type ProblemGroupAnswer array{
 *     code: string,
 *     orders: NaturalInt,
 *     tasks: NaturalInt,
 *     // Deprecated: the former name of tasks.
 *     syncs?: NaturalInt,
 *     examples: list<TaskAnswer>,
 * }
 * @phpstan-type NeedsYouAnswer array{
 *     orders: NaturalInt,
 *     // What could go on since the settings were changed; null: nothing.
 *     mended: MendedAnswer|null,
 *     // By ProblemCode; the newest rows are examples.
 *     groups: list<ProblemGroupAnswer>,
 * }
 * @phpstan-type OverviewAnswer array{
 *     status: StatusAnswer,
 *     connection: 'unconfigured'|'to_authorise'|'unknown'|'connected'|'silent'|'refused',
 *     // The worst of all that the connection needs; unseen: the first document that needs it tells.
 *     rights: value-of<RightState>,
 *     // Some document is switched on.
 *     at_work: bool,
 *     // How the five-minute pass stands. first: none yet, and it is not overdue; missing: none is planned.
 *     scheduler: value-of<PassState>,
 *     // Events of WooCommerce that no longer reach the plugin.
 *     missing_hooks: list<string>,
 *     // In the last 24 hours, without those of rows that have stopped.
 *     failed_tries: NaturalInt,
 *     // Tasks whose last try failed, and which wait for the next one.
 *     failing: NaturalInt,
 *     // Requests that Sellsy still allowed when it answered last; null where it did not say.
 *     quota: QuotaAnswer|null,
 *     // This month, then the last one; months are the shop's, amounts TTC. counted_at: null where it was counted as
 *     // it stands. drafts_url: the orders whose documents are drafts. filling: older documents are still being read.
 *     // pace: how many are left, and about how long they take, in words; empty where nobody has counted. unknown:
 *     // invoices and credit notes that these figures lack, or whose payment is not known.
 *     money: MoneyAnswer,
 *     // The last one that was made; url is its page at Sellsy.
 *     last_document: LastDocumentAnswer|null,
 *     // Documents made, oldest day first, today last.
 *     days: list<DayAnswer>,
 *     needs_you: NeedsYouAnswer,
 * }
 */
final class OverviewView {

	private const RECENT = '-24 hours';

	private const EXAMPLES = 3;

	public function __construct(
		private readonly StatusView $status,
		private readonly ConnectionView $connection,
		private readonly SettingsStore $settings,
		private readonly SweepHealth $sweep,
		private readonly HooksInPlace $hooks,
		private readonly FailedTries $failed,
		private readonly SeenQuota $quota,
		private readonly MoneyView $money,
		private readonly DocumentsView $documents,
		private readonly ProblemGroups $groups,
		private readonly Ledger $ledger,
		private readonly TaskView $tasks,
		private readonly Mended $mended,
		private readonly Clock $clock,
	) {}

	/** @return OverviewAnswer */
	public function current(): array {
		return [
			'status'        => $this->status->current(),
			'connection'    => $this->connection->is_silent() ? 'silent' : $this->connection->state(),
			'rights'        => $this->connection->rights()->value,
			'at_work'       => $this->settings->get()->is_at_work(),
			'scheduler'     => $this->sweep->state()->value,
			'missing_hooks' => $this->hooks->missing(),
			'failed_tries'  => $this->failed->since( $this->clock->now()->modify( self::RECENT ) ),
			'failing'       => $this->failed->waiting(),
			'quota'         => $this->quota(),
			'money'         => $this->money->current(),
			'last_document' => $this->documents->last(),
			'days'          => $this->documents->days(),
			'needs_you'     => $this->needs_you(),
		];
	}

	/** @return QuotaAnswer|null */
	private function quota(): ?array {
		$seen = $this->quota->last_seen();
		return $seen === null ? null : [
			'at'     => $seen['at']->format( DATE_RFC3339 ),
			'second' => $seen['remaining']['second'] ?? null,
			'minute' => $seen['remaining']['minute'] ?? null,
			'day'    => $seen['remaining']['day'] ?? null,
			'month'  => $seen['remaining']['month'] ?? null,
		];
	}

	/**
	 * The tasks that need a person, by cause, each cause with its newest orders.
	 *
	 * @return NeedsYouAnswer
	 */
	private function needs_you(): array {
		$groups = [];
		foreach ( $this->groups->all() as $group ) {
			$filter   = new TaskFilter( [ TaskState::Attention ], problem: $group['code']->value );
			$groups[] = [
				'code'     => $group['code']->value,
				'orders'   => $group['orders'],
				'tasks'    => $group['tasks'],
				'syncs'    => $group['tasks'], // Its former name, for scripts that read it.
				'examples' => array_map( $this->tasks->view( ... ), $this->ledger->page( $filter, self::EXAMPLES, 0 ) ),
			];
		}
		return [
			'orders' => $this->groups->orders(),
			'groups' => $groups,
			'mended' => $this->mended->current(),
		];
	}
}

<?php

declare( strict_types=1 );

namespace OrderInvoicer\Reports;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Sellsy\Transport\SeenQuota;
use OrderInvoicer\WordPress\Counts\FailedTries;
use OrderInvoicer\WordPress\Counts\ProblemGroups;
use OrderInvoicer\WordPress\Queue\HooksInPlace;
use OrderInvoicer\WordPress\Queue\SweepHealth;

/** Whether all is well, as the schema `overview` shows it. */
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

	/** @return array<string, mixed> */
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

	/** @return array<string, mixed>|null */
	private function quota(): ?array {
		$seen = $this->quota->last_seen();
		return $seen === null ? null : [ 'at' => $seen['at']->format( DATE_RFC3339 ) ] + $seen['remaining'];
	}

	/**
	 * The tasks that need a person, by cause, each cause with its newest orders.
	 *
	 * @return array{orders: int, groups: list<array<string, mixed>>, mended: array{tasks: int, says: string}|null}
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

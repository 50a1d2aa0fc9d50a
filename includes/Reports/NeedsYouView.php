<?php

declare( strict_types=1 );

namespace OrderInvoicer\Reports;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\WordPress\Counts\ProblemGroups;

/** The tasks that need a person, by cause, each cause with its newest orders. */
final class NeedsYouView {

	private const EXAMPLES = 3;

	public function __construct(
		private readonly ProblemGroups $groups,
		private readonly Ledger $ledger,
		private readonly TaskView $tasks,
		private readonly MendedView $mended,
	) {}

	/** @return array{orders: int, groups: list<array<string, mixed>>, mended: array{tasks: int, says: string}|null} */
	public function current(): array {
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

<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health\Checks;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\WordPress\Tables\DatabaseRefused;
use OrderInvoicer\WordPress\Tables\Schema;

/**
 * Every column and index, as the database itself says: one of the indexes is what makes a second invoice impossible.
 */
final class TablesCheck implements HealthCheck {

	/** @var list<string>|null */
	private ?array $found = null;

	public function __construct( private readonly Schema $schema ) {}

	public function name(): string {
		return 'tables';
	}

	public function label(): string {
		return __( 'Tables of the plugin', 'orderinvoicer' );
	}

	public function verdict(): Verdict {
		$missing = $this->look();
		return $missing === []
			? Verdict::good( __( 'The tables of the plugin are complete', 'orderinvoicer' ) )
			: Verdict::critical(
				__( 'The tables of the plugin are not complete', 'orderinvoicer' ),
				sprintf(
					/* translators: %s: names of columns. */
					__( 'Missing: %s. Without them documents cannot be made safely.', 'orderinvoicer' ),
					implode( ', ', array_slice( $missing, 0, 5 ) )
				),
				__( 'Give the database user the right to create and alter tables, or restore the tables from a backup; then deactivate the plugin and activate it again.', 'orderinvoicer' )
			);
	}

	/**
	 * What the verdict found, for those who tell both.
	 *
	 * @return list<string> columns and indexes that are missing, such as `orderinvoicer_sync.state_due`.
	 * @throws DatabaseRefused
	 */
	public function missing(): array {
		return $this->found ?? $this->look();
	}

	/**
	 * @return list<string>
	 * @throws DatabaseRefused
	 */
	private function look(): array {
		$this->found = null; // An older answer is none, where the database refuses this one.
		$this->found = $this->schema->missing();
		return $this->found;
	}
}

<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Settings\Fields\Group;
use OrderInvoicer\Domain\Settings\Fields\Spread;

/** One group for each kind of document, under the kind's own name. */
#[\Attribute( \Attribute::TARGET_PARAMETER | \Attribute::TARGET_PROPERTY )]
final class Workflows implements Spread {

	/** @var Group<WorkflowSettings> */
	private readonly Group $workflow;

	public function __construct() {
		$this->workflow = new Group( WorkflowSettings::class );
	}

	/** @return array<string, WorkflowSettings> by kind. */
	public function default(): array {
		return array_map( fn (): WorkflowSettings => $this->workflow->default(), $this->entries() );
	}

	public function read( mixed $stored, mixed $now ): mixed {
		$workflows = [];
		foreach ( is_array( $now ) ? $now : [] as $kind => $workflow ) {
			$workflows[ $kind ] = $this->workflow->read(
				is_array( $stored ) ? $stored[ $kind ] ?? null : null,
				$workflow
			);
		}
		return $workflows;
	}

	public function stored( mixed $value ): array {
		$stored = [];
		foreach ( is_array( $value ) ? $value : [] as $kind => $workflow ) {
			$stored[ (string) $kind ] = $this->workflow->stored( $workflow );
		}
		return $stored;
	}

	public function schema(): array {
		return array_map( fn (): array => $this->workflow->schema(), $this->entries() );
	}

	/** @return array<string, Group<WorkflowSettings>> by kind. */
	public function entries(): array {
		return array_fill_keys( array_column( DocumentKind::cases(), 'value' ), $this->workflow );
	}
}

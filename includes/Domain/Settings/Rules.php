<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\Fields\Field;
use OrderInvoicer\Domain\Settings\Fields\Group;
use OrderInvoicer\Domain\Settings\Fields\Schema;

/**
 * The rules of one kind, asked from the top. A list is replaced as a whole. A rule without an id of its own is left
 * out, and so is one whose conditions cannot be read: without them it would take every order.
 */
#[\Attribute( \Attribute::TARGET_PARAMETER | \Attribute::TARGET_PROPERTY )]
final class Rules implements Field {

	private const CONDITIONS = [ 'gateways', 'buyer', 'area' ];

	/** @var Group<Rule> */
	private readonly Group $rule;

	public function __construct() {
		$this->rule = new Group( Rule::class );
	}

	/** @return list<Rule> */
	public function default(): array {
		return [];
	}

	public function read( mixed $stored, mixed $now ): mixed {
		if ( ! is_array( $stored ) ) {
			return $now;
		}
		$rules = [];
		foreach ( $stored as $one ) {
			$rule = is_array( $one ) ? $this->rule->merged( $this->rule->default(), $one ) : null;
			if ( $rule !== null && $rule->id !== Rule::OTHERS && $this->is_as_stored( $rule, (array) $one ) ) {
				$rules[ $rule->id ] ??= $rule;
			}
		}
		return array_values( $rules );
	}

	/** @param array<mixed> $stored */
	private function is_as_stored( Rule $rule, array $stored ): bool {
		$read = $this->rule->stored( $rule );
		foreach ( self::CONDITIONS as $condition ) {
			if ( array_key_exists( $condition, $stored ) && $stored[ $condition ] !== $read[ $condition ] ) {
				return false;
			}
		}
		return true;
	}

	public function stored( mixed $value ): mixed {
		return array_map( $this->rule->stored( ... ), is_array( $value ) ? array_values( $value ) : [] );
	}

	public function schema(): array {
		return Schema::described(
			'Asked from the top; the first whose conditions fit takes the order. Each list of conditions counts as'
				. ' a whole.',
			[
				'type'  => 'array',
				'items' => $this->rule->schema(),
			]
		);
	}
}

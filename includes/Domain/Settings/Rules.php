<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\Fields\Field;
use OrderInvoicer\Domain\Settings\Fields\Group;
use OrderInvoicer\Domain\Settings\Fields\Schema;

/**
 * The rules of one kind, asked from the top. A list is replaced as a whole. What cannot be read, such as a condition of
 * a newer release, keeps its place: any order that comes to it could be its own, so that nothing is made of it.
 */
#[\Attribute( \Attribute::TARGET_PARAMETER | \Attribute::TARGET_PROPERTY )]
final class Rules implements Field {

	/** @var Group<Rule>|null */
	private ?Group $rule = null;

	/** @return list<Rule> */
	public function default(): array {
		return [];
	}

	public function read( mixed $stored, mixed $now ): mixed {
		$rules = [];
		foreach ( is_array( $stored ) ? $stored : [ $stored ] as $one ) {
			$rule               = $this->rule( $one, $rules );
			$rules[ $rule->id ] = $rule;
		}
		return array_values( $rules );
	}

	/**
	 * Most shops have no rules.
	 *
	 * @return Group<Rule>
	 */
	private function fields(): Group {
		return $this->rule ??= new Group( Rule::class );
	}

	/** @param array<int, Rule> $before by id. */
	private function rule( mixed $stored, array $before ): Rule {
		$unread = is_array( $stored ) ? $stored['unread'] ?? '' : '';
		$kept   = is_string( $unread ) && $unread !== '' ? $unread : null;
		$said   = $kept === null ? $stored : json_decode( $kept, true );
		$rule   = is_array( $said ) ? $this->fields()->merged( $this->fields()->default(), $said ) : null;
		if (
			$rule !== null
			&& self::is_id( $rule->id )
			&& ! isset( $before[ $rule->id ] )
			&& $rule->unread === ''
			&& $this->understands( $said )
		) {
			return $rule;
		}
		$json = $kept ?? (string) json_encode( $stored, JSON_INVALID_UTF8_SUBSTITUTE );
		return $this->fields()->merged(
			$this->fields()->default(),
			[
				'id'     => $this->free_id( is_array( $stored ) ? $stored['id'] ?? null : null, $json, $before ),
				'makes'  => false,
				'unread' => $json,
			]
		);
	}

	/**
	 * All that it says is known here, and reads as it was written.
	 *
	 * @param array<mixed> $said
	 */
	private function understands( array $said ): bool {
		$fields = $this->fields()->entries();
		foreach ( $said as $name => $value ) {
			$field = $fields[ $name ] ?? null;
			if ( $field === null || $field->stored( $field->read( $value, $field->default() ) ) !== $value ) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Its own; else always the same one.
	 *
	 * @param array<int, Rule> $before by id.
	 */
	private function free_id( mixed $own, string $json, array $before ): int {
		$id = self::is_id( $own ) ? $own : null;
		$id = $id === null || isset( $before[ $id ] ) ? 1 + crc32( $json ) % ( Rule::UNSURE - 1 ) : $id;
		while ( isset( $before[ $id ] ) ) {
			$id = 1 + $id % ( Rule::UNSURE - 1 );
		}
		return $id;
	}

	/** @phpstan-assert-if-true int $id */
	private static function is_id( mixed $id ): bool {
		return is_int( $id ) && $id > Rule::OTHERS && $id < Rule::UNSURE;
	}

	public function stored( mixed $value ): mixed {
		$rules = is_array( $value ) ? array_values( $value ) : [];
		return array_map( fn ( mixed $rule ): array => $this->fields()->stored( $rule ), $rules );
	}

	public function schema(): array {
		return Schema::described(
			'Asked from the top; the first whose conditions fit takes the order. Each list of conditions counts as'
				. ' a whole.',
			[
				'type'  => 'array',
				'items' => $this->fields()->schema(),
			]
		);
	}
}

<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Kept;

defined( 'ABSPATH' ) || exit;

/** Something of the doctor's that stands at Sellsy, or may: it is written down before it is asked for. */
final class Trace {

	/**
	 * @param string   $mark        by which it is found again, and without which nothing is deleted.
	 * @param int|null $id          null until Sellsy told it.
	 * @param bool     $is_doubtful a second one of that mark may be there: an answer was lost before.
	 */
	public function __construct(
		public readonly Thing $thing,
		public readonly string $mark,
		public readonly \DateTimeImmutable $at,
		public readonly ?int $id = null,
		public readonly bool $is_doubtful = false,
	) {}

	public function known_as( int $id ): self {
		$own = [ 'id' => $id ];
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}

	/** Of the one that was known nothing is left. */
	public function only_doubtful(): self {
		return new self( thing: $this->thing, mark: $this->mark, at: $this->at, is_doubtful: true );
	}

	public function is_same( self $other ): bool {
		return $this->thing === $other->thing && $this->mark === $other->mark;
	}

	/** @return array{thing: string, mark: string, at: int, id: int|null, doubtful: bool} */
	public function to_array(): array {
		return [
			'thing'    => $this->thing->value,
			'mark'     => $this->mark,
			'at'       => $this->at->getTimestamp(),
			'id'       => $this->id,
			'doubtful' => $this->is_doubtful,
		];
	}

	public static function from( mixed $stored ): ?self {
		$stored = is_array( $stored ) ? $stored : [];
		$thing  = $stored['thing'] ?? '';
		$thing  = is_string( $thing ) ? Thing::tryFrom( $thing ) : null;
		$mark   = $stored['mark'] ?? '';
		$at     = $stored['at'] ?? 0;
		$id     = $stored['id'] ?? null;
		return $thing === null || ! is_string( $mark ) || $mark === '' || ! is_int( $at ) ? null : new self(
			thing: $thing,
			mark: $mark,
			at: new \DateTimeImmutable( "@$at" ),
			id: is_int( $id ) ? $id : null,
			is_doubtful: ( $stored['doubtful'] ?? false ) === true
		);
	}
}

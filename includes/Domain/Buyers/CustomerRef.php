<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Buyers;

defined( 'ABSPATH' ) || exit;

/** A company or individual at Sellsy. */
final class CustomerRef {

	public function __construct(
		public readonly CustomerType $type,
		public readonly int $id,
	) {}

	/** @return string such as `company40`. */
	public function key(): string {
		return $this->type->value . $this->id;
	}

	/** @return array{type: string, id: int} */
	public function facts(): array {
		return [ 'type' => $this->type->value ] + [ 'id' => $this->id ];
	}
}

<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Failures;

defined( 'ABSPATH' ) || exit;

/**
 * Another plugin's code that takes part in reading an order failed, or answered nonsense. Then the order cannot be
 * trusted, just as if one of its amounts could not be read.
 */
final class BrokenFilter extends \InvalidArgumentException {

	/** @param string $detail the type that was answered, or what was thrown with its file and line; never a message. */
	public function __construct(
		public readonly string $filter,
		public readonly string $detail,
		?\Throwable $previous = null,
	) {
		parent::__construct( "The filter $filter is broken.", 0, $previous );
	}

	public function problem(): Problem {
		return new Problem(
			ProblemCode::FilterBroken,
			[
				'filter' => $this->filter,
				'detail' => $this->detail,
			]
		);
	}
}

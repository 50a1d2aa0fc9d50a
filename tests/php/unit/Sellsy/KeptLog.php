<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Domain\Failures\Step;
use OrderInvoicer\Domain\Ledger\Trail;
use OrderInvoicer\Domain\System\Logger;

final class KeptLog implements Logger, Trail {

	/** @var list<array{level: string, message: string, context: array<string, string|int>}> */
	public array $lines = [];

	/** @var list<Step> */
	public array $steps = [];

	public function begin(): void {
		$this->steps = [];
	}

	public function note( Step $step ): void {
		$this->steps[] = $step;
	}

	public function debug( string $message, array $context = [] ): void {
		$this->keep( 'debug', $message, $context );
	}

	public function info( string $message, array $context = [] ): void {
		$this->keep( 'info', $message, $context );
	}

	public function error( string $message, array $context = [], ?\Throwable $error = null ): void {
		$this->keep( 'error', $message, $error === null ? $context : $context + [ 'error' => $error::class ] );
	}

	/** @param array<string, string|int> $context */
	private function keep( string $level, string $message, array $context ): void {
		$this->lines[] = compact( 'level', 'message', 'context' );
	}
}

<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Sellsy\Transport\HttpRequest;
use OrderInvoicer\Sellsy\Transport\HttpResponse;
use OrderInvoicer\Sellsy\Transport\HttpTransport;
use OrderInvoicer\Sellsy\Transport\TransportFailure;

/** Answers in the order given and keeps what was asked. */
final class QueuedTransport implements HttpTransport {

	/** @var list<HttpRequest> */
	public array $requests = [];

	/** @var (\Closure(): void)|null What happens elsewhere while an answer is on its way. */
	public ?\Closure $meanwhile = null;

	/** @var list<HttpResponse|TransportFailure> */
	private array $answers;

	public function __construct( HttpResponse|TransportFailure ...$answers ) {
		$this->answers = array_values( $answers );
	}

	public function add( HttpResponse|TransportFailure ...$answers ): void {
		$this->answers = [ ...$this->answers, ...array_values( $answers ) ];
	}

	public function send( HttpRequest $request ): HttpResponse {
		$this->requests[] = $request;
		( $this->meanwhile ?? static function (): void {} )();
		$answer           = array_shift( $this->answers )
			?? throw new \LogicException( 'Nothing more to answer to ' . $request->url );
		return $answer instanceof TransportFailure ? throw $answer : $answer;
	}
}

<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use Opis\JsonSchema\Validator;
use OrderInvoicer\Sellsy\Transport\HttpRequest;

/**
 * Sellsy's own description of its API, reduced and closed (tests/contract/sellsy.json), and what it documents of v1
 * (tests/contract/v1).
 */
final class SentContract {

	private const BASE = 'https://api.test/v2';
	private const V1   = 'https://v1.test/';

	/** @var array<string, object> */
	private array $operations;

	private Validator $validator;

	public function __construct() {
		$text = (string) file_get_contents( dirname( __DIR__, 3 ) . '/contract/sellsy.json' );
		$all  = json_decode(
			str_replace( '"#/definitions/', '"https://sellsy.test/all.json#/definitions/', $text ),
			false,
			512,
			JSON_THROW_ON_ERROR
		);

		$this->operations = (array) $all->operations;
		$this->validator  = new Validator();
		$this->validator->parser()->setOption( 'defaultDraft', '07' );
		$this->validator->resolver()?->registerRaw(
			(object) [
				'$id'         => 'https://sellsy.test/all.json',
				'definitions' => $all->definitions,
			]
		);
		$types        = $this->v1( 'types' );
		$types->{'$id'} = 'https://sellsy.test/v1.json';
		$this->validator->resolver()?->registerRaw( $types );
	}

	/** @return list<string> */
	public function scopes( string $route ): array {
		return $this->operations[ $route ]->scopes ?? [];
	}

	/** Why the request could not be sent; empty when it is valid. */
	public function problem( HttpRequest $request ): string {
		if ( $request->url === self::V1 ) {
			return $this->problem_v1( (string) $request->body );
		}
		$path      = explode( '?', substr( $request->url, strlen( self::BASE ) ) );
		$operation = $this->operation( $request->method, $path[0] );
		if ( $operation === null ) {
			return 'No such operation: ' . $request->method . ' ' . $path[0];
		}
		parse_str( $path[1] ?? '', $query );
		$unknown = array_diff( array_keys( $query ), array_keys( (array) $operation->query ) );
		if ( $unknown !== [] ) {
			return 'Unknown in the query: ' . implode( ', ', $unknown );
		}
		if ( $request->body === null ) {
			return '';
		}
		if ( $operation->request === null ) {
			return 'No body is expected.';
		}
		return $this->difference( json_decode( $request->body, false, 512, JSON_THROW_ON_ERROR ), $operation->request );
	}

	private function problem_v1( string $body ): string {
		parse_str( $body, $form );
		$call = json_decode( (string) $form['do_in'], false, 512, JSON_THROW_ON_ERROR );
		return [ $form['request'], $form['io_mode'] ] === [ '1', 'json' ]
			? $this->difference( $call->params, $this->v1( $call->method )->params )
			: 'Not a form of API v1.';
	}

	private function v1( string $name ): object {
		$text = (string) file_get_contents( dirname( __DIR__, 3 ) . "/contract/v1/$name.json" );
		return json_decode(
			str_replace( '"v1#/', '"https://sellsy.test/v1.json#/', $text ),
			false,
			512,
			JSON_THROW_ON_ERROR
		);
	}

	private function difference( mixed $sent, object $schema ): string {
		$result = $this->validator->validate( $sent, $schema );
		return $result->isValid() ? '' : (string) $result->error() . ' ' . json_encode( $sent );
	}

	private function operation( string $method, string $path ): ?object {
		foreach ( [ '[a-z-]+', '.+' ] as $last ) {
			foreach ( $this->operations as $name => $operation ) {
				[ $its_method, $template ] = explode( ' ', (string) $name );
				$literal_ending            = ! str_ends_with( $template, '}' );
				$pattern                   = '#^'
					. preg_replace( '/\\\\\{[^}]+\\\\\}/', '[^/]+', preg_quote( $template, '#' ) ) . '$#';
				if (
					$its_method === $method
					&& $literal_ending === ( $last === '[a-z-]+' )
					&& preg_match( $pattern, $path ) === 1
				) {
					return $operation;
				}
			}
		}
		return null;
	}
}

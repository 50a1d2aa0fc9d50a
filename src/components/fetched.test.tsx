import { Suspense } from '@wordpress/element';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ErrorBoundary } from './ErrorBoundary';
import { fetched } from './fetched';
import { Fold } from './Fold';

const hello = () => <p>here</p>;

/** A script that fails as often as it is said to, and how often it was asked for. */
function script( failures: number ) {
	const load = jest.fn( async () => {
		if ( load.mock.calls.length <= failures ) {
			throw new Error( 'Loading chunk failed' );
		}
		return hello;
	} );
	return load;
}

const page = ( Part: React.ComponentType, key = '' ) => (
	<ErrorBoundary key={ key }>
		<Suspense fallback="Opening…">
			<Part />
		</Suspense>
	</ErrorBoundary>
);

const tryAgain = () => screen.findByRole( 'button', { name: 'Try again' } );

describe( 'a part that is a script of its own', () => {
	it( 'is fetched anew each time somebody tries again', async () => {
		const load = script( 2 );
		const user = userEvent.setup();
		render( page( fetched( load ) ) );
		await user.click( await tryAgain() );
		await user.click( await tryAgain() );
		expect( await screen.findByText( 'here' ) ).toBeVisible();
		expect( load ).toHaveBeenCalledTimes( 3 );
		expect( console ).toHaveErrored();
	} );

	it( 'leaves the page around it as it is, in a fold', async () => {
		const Part = fetched( script( 1 ) );
		const user = userEvent.setup();
		render(
			<ErrorBoundary>
				<input aria-label="Not saved" defaultValue="mine" />
				<Fold title="More" holds="more">
					<Part />
				</Fold>
			</ErrorBoundary>
		);
		await user.click( screen.getByText( 'More' ) );
		await user.click( await tryAgain() );
		expect( await screen.findByText( 'here' ) ).toBeVisible();
		expect( screen.getByLabelText( 'Not saved' ) ).toHaveValue( 'mine' );
		expect( console ).toHaveErrored();
	} );

	it( 'is fetched anew by who comes back to it', async () => {
		const load = script( 1 );
		const Part = fetched( load );
		const { rerender } = render( page( Part ) );
		await tryAgain();
		rerender( page( () => <p>elsewhere</p>, 'other' ) );
		rerender( page( Part ) );
		expect( await screen.findByText( 'here' ) ).toBeVisible();
		expect( console ).toHaveErrored();
	} );

	it( 'says what is lost by a reload, which is the way out where trying does not help', async () => {
		render( page( fetched( script( 9 ) ) ) );
		await tryAgain();
		expect(
			screen.getByText( /What is not saved is lost by that/, {
				selector: '.orderinvoicer-message *',
			} )
		).toBeVisible();
		expect(
			screen.getByRole( 'button', { name: 'Reload the page' } )
		).toBeVisible();
		expect( console ).toHaveErrored();
	} );
} );

import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ErrorBoundary } from './ErrorBoundary';

function Broken(): React.ReactNode {
	throw new Error( 'unexpected' );
}

describe( 'an error while the page is drawn', () => {
	it( 'is said, and the page can be reloaded', async () => {
		const reload = jest.fn();
		render(
			<ErrorBoundary reload={ reload }>
				<Broken />
			</ErrorBoundary>
		);
		expect(
			screen.getByText( /stopped because of an unexpected error/, {
				selector: '.orderinvoicer-message *',
			} )
		).toBeVisible();
		await userEvent
			.setup()
			.click( screen.getByRole( 'button', { name: 'Reload the page' } ) );
		expect( reload ).toHaveBeenCalledTimes( 1 );
		expect( console ).toHaveErrored();
	} );

	it( 'leaves a page without errors as it is', () => {
		render(
			<ErrorBoundary>
				<p>fine</p>
			</ErrorBoundary>
		);
		expect( screen.getByText( 'fine' ) ).toBeVisible();
		expect( screen.queryByRole( 'button' ) ).toBeNull();
	} );
} );
